@NullMarked
package se.tambur.phone;

import org.jspecify.annotations.NullMarked;
