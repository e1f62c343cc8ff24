@NullMarked
package se.tambur.daybook;

import org.jspecify.annotations.NullMarked;
