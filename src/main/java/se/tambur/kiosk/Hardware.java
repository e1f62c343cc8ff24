package se.tambur.kiosk;

import org.jspecify.annotations.Nullable;

/**
 * What a tablet's browser tells of the device; null where it tells nothing.
 *
 * @param width of the page in CSS pixels
 * @param battery in per cent
 */
public record Hardware(
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer battery,
        @Nullable Boolean charging) {

    static final Hardware UNKNOWN = new Hardware(null, null, null, null);
}
