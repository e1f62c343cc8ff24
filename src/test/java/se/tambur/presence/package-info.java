@NullMarked
package se.tambur.presence;

import org.jspecify.annotations.NullMarked;
