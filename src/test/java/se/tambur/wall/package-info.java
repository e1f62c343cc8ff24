@NullMarked
package se.tambur.wall;

import org.jspecify.annotations.NullMarked;
