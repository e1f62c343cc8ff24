package se.tambur.planning;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.text.DateFormatSymbols;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Fields for days and times, in the words and the order of the office's language. */
record PlanFields(PlanWords say) {

    private static final int MONDAY = 1;

    DatePicker day(String label) {
        var names = new DateFormatSymbols(say.locale());
        var picker = new DatePicker(label);
        picker.setI18n(new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(Arrays.asList(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(Arrays.asList(names.getShortWeekdays()).subList(1, 8))
                .setFirstDayOfWeek(MONDAY)
                .setToday(say.word("plan.calendar.today"))
                .setCancel(say.word("plan.calendar.cancel"))
                .setBadInputErrorMessage(say.word("plan.file.from.flaw"))
                .setDateFormat("yyyy-MM-dd"));
        picker.setWeekNumbersVisible(true);
        return picker;
    }

    /** Our English writes 14:30, not 2:30 PM. */
    TimePicker time(String label) {
        var picker = new TimePicker(label);
        boolean english = say.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        picker.setLocale(english ? Locale.UK : say.locale());
        picker.setStep(Duration.ofMinutes(15));
        picker.setManualValidation(true);
        return picker;
    }

    /** Says at the field what is wrong, and whether nothing is. */
    static boolean mark(HasValidation field, boolean sound, String words) {
        field.setErrorMessage(words);
        field.setInvalid(!sound);
        return sound;
    }
}
