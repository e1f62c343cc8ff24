@NullMarked
package se.tambur.firsthour;

import org.jspecify.annotations.NullMarked;
