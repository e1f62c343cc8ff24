@NullMarked
package se.tambur.today;

import org.jspecify.annotations.NullMarked;
