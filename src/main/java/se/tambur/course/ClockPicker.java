package se.tambur.course;

import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.util.Locale;

/** A time of the day with 24 hours, in quarters. */
class ClockPicker extends TimePicker {

    ClockPicker(String label) {
        super(label);
        setLocale(getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.UK : getLocale());
        setStep(Duration.ofMinutes(15));
        setI18n(new TimePickerI18n().setBadInputErrorMessage(getTranslation("course.flaw.time")));
    }
}
