@NullMarked
package se.tambur.planning;

import org.jspecify.annotations.NullMarked;
