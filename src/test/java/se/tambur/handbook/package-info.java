@NullMarked
package se.tambur.handbook;

import org.jspecify.annotations.NullMarked;
