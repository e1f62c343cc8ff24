package se.tambur.course;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.Arrays;

/** A day, in the words and the order of the office's language. */
class DayPicker extends DatePicker {

    private static final int MONDAY = 1;

    DayPicker(String label) {
        super(label);
        var names = new DateFormatSymbols(getLocale());
        setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(Arrays.asList(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(Arrays.asList(names.getShortWeekdays()).subList(1, 8))
                .setFirstDayOfWeek(MONDAY)
                .setToday(getTranslation("course.calendar.today"))
                .setCancel(getTranslation("course.calendar.cancel"))
                .setBadInputErrorMessage(getTranslation("course.flaw.day"))
                .setDateFormat("yyyy-MM-dd"));
        setWeekNumbersVisible(true);
    }
}
