package se.tambur.daybook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.text.DateFormatSymbols;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Consumer;

/** A day to choose, with a step back and one forth. */
class DayPicker extends Div {

    /**
     * @param last the last day there is
     * @param go leads to another day
     */
    DayPicker(DayWords say, LocalDate date, LocalDate last, Consumer<LocalDate> go) {
        addClassName("days");
        var picker = new DatePicker(say.word("date"));
        var names = new DateFormatSymbols(say.locale());
        picker.setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(Arrays.asList(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(Arrays.asList(names.getShortWeekdays()).subList(1, 8))
                .setFirstDayOfWeek(1)
                .setToday(say.word("today"))
                .setCancel(say.word("cancel"))
                .setBadInputErrorMessage(say.word("flaw.date"))
                .setDateFormat("yyyy-MM-dd"));
        picker.setMax(last);
        picker.setValue(date);
        picker.addValueChangeListener(chosen -> {
            if (chosen.getValue() != null && !picker.isInvalid()) {
                go.accept(chosen.getValue());
            }
        });
        var back = new Button(VaadinIcon.ANGLE_LEFT.create(), click -> go.accept(date.minusDays(1)));
        name(back, say.word("previous"));
        var next = new Button(VaadinIcon.ANGLE_RIGHT.create(), click -> go.accept(date.plusDays(1)));
        name(next, say.word("next"));
        next.setEnabled(date.isBefore(last));
        add(back, picker, next);
    }

    private static void name(Button button, String name) {
        button.setAriaLabel(name);
        button.setTooltipText(name);
    }
}
