@NullMarked
package se.tambur;

import org.jspecify.annotations.NullMarked;
