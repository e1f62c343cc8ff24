/** The whole house as people meet it: the packaged server, a real browser, real files. */
@NullMarked
package se.tambur.house;

import org.jspecify.annotations.NullMarked;
