@NullMarked
package se.tambur.centre;

import org.jspecify.annotations.NullMarked;
