package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in the fields of a form, so that nothing typed is lost unasked. */
final class Typed {

    private Typed() {}

    /** The values of all fields in it, to be compared. */
    static List<Object> in(Component form) {
        return within(form)
                .filter(HasValue.class::isInstance)
                .map(field -> (Object) Optional.ofNullable(((HasValue<?, ?>) field).getValue()))
                .toList();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(Typed::within));
    }

    /** Asks before what is not saved is left behind. */
    static void guard(BeforeLeaveEvent leaving, PlanWords say) {
        BeforeLeaveEvent.ContinueNavigationAction go = leaving.postpone();
        var ask = new ConfirmDialog();
        ask.setHeader(say.word("plan.form.leave"));
        ask.setText(say.word("plan.leave.what"));
        ask.setConfirmText(say.word("plan.leave.stay"));
        ask.setRejectable(true);
        ask.setRejectText(say.word("plan.leave.go"));
        ask.addRejectListener(rejected -> go.proceed());
        ask.addConfirmListener(confirmed -> go.cancel());
        ask.open();
    }
}
