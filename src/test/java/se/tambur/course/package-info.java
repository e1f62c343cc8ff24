@NullMarked
package se.tambur.course;

import org.jspecify.annotations.NullMarked;
