@NullMarked
package se.tambur.shared;

import org.jspecify.annotations.NullMarked;
