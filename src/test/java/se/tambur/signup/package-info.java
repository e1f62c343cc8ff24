@NullMarked
package se.tambur.signup;

import org.jspecify.annotations.NullMarked;
