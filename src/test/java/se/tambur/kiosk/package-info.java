@NullMarked
package se.tambur.kiosk;

import org.jspecify.annotations.NullMarked;
