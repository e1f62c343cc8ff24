@NullMarked
package se.tambur.feedback;

import org.jspecify.annotations.NullMarked;
