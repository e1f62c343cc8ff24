@NullMarked
package se.tambur.visit;

import org.jspecify.annotations.NullMarked;
