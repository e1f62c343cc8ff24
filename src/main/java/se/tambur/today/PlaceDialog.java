package se.tambur.today;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.text.DateFormatSymbols;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import se.tambur.centre.CentreId;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.visit.CheckIns;
import se.tambur.visit.CheckIns.Visit;

/** Places the visits of unknown time on a day. */
class PlaceDialog extends AskDialog {

    private static final int MONDAY = 1;

    private final transient Say say;
    private final transient CheckIns checkIns;
    private final CentreId centre;
    private final String me;
    private final List<UUID> visits;
    private final DatePicker day = new DatePicker();
    private final TimePicker time = new TimePicker();

    PlaceDialog(Say say, HouseNow now, CheckIns checkIns, CentreId centre, String me) {
        super(say, say.word("today.timeless.place"), say.word("today.timeless.submit"));
        this.say = say;
        this.checkIns = checkIns;
        this.centre = centre;
        this.me = me;
        this.visits = now.timeless().stream().map(Visit::id).toList();
        day.setLabel(say.word("today.timeless.day"));
        day.setLocale(say.locale());
        day.setI18n(calendar());
        day.setMax(now.day());
        day.setValue(now.day());
        time.setLabel(say.word("today.add.time"));
        time.setLocale(clock(say.locale()));
        time.setStep(Duration.ofMinutes(15));
        time.setValue(
                now.sessions().isEmpty()
                        ? LocalTime.NOON
                        : now.sessions().getFirst().opens());
        var row = new Div(day, time);
        row.addClassName("row");
        ask(new Paragraph(say.word("today.timeless.explained", visits.size())), row);
    }

    private DatePicker.DatePickerI18n calendar() {
        var names = new DateFormatSymbols(say.locale());
        return new DatePicker.DatePickerI18n()
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(Arrays.asList(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(Arrays.asList(names.getShortWeekdays()).subList(1, 8))
                .setFirstDayOfWeek(MONDAY)
                .setToday(say.word("today.timeless.today"))
                .setCancel(say.word("today.cancel"))
                .setDateFormat("yyyy-MM-dd");
    }

    @Override
    void submit() {
        LocalDate on = day.getValue();
        LocalTime at = time.getValue();
        if (on == null || at == null) {
            object(say.word("today.add.no-time"));
            return;
        }
        try {
            checkIns.place(centre, visits, on.atTime(at), me);
        } catch (IllegalArgumentException e) {
            object(say.word("today.add.future"));
            return;
        }
        close();
        Notice.say(say.word("today.timeless.placed", visits.size(), say.day(on)));
    }
}
