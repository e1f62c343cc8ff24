/** Tambur: the software in the hall of an open preschool. */
@NullMarked
package se.tambur;

import org.jspecify.annotations.NullMarked;
