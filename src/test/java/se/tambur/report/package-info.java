@NullMarked
package se.tambur.report;

import org.jspecify.annotations.NullMarked;
