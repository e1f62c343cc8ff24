package se.tambur.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.shared.Roles;

/** What an account may do at each centre that the administrator reaches, and at all for who runs the whole house. */
class RolesDialog extends Dialog {

    private final Map<String, Select<String>> choices = new LinkedHashMap<>();
    private final Account account;
    private final RoleWords words;

    /** @param done told the account's roles as they shall be */
    RolesDialog(
            Account account, RoleWords words, List<CentreId> centres, boolean wholeHouse, Consumer<List<Held>> done) {
        this.account = account;
        this.words = words;
        setHeaderTitle(getTranslation("security.roles.name", account.name()));
        var form = new Div(new Paragraph(getTranslation("security.roles.help")));
        form.addClassName("roles");
        if (wholeHouse) {
            form.add(choice(null, getTranslation("security.accounts.every-centre")));
        }
        centres.forEach(centre -> form.add(choice(centre.value(), words.name(centre))));
        add(form);
        var keep = new Button(getTranslation("security.roles.keep"), click -> {
            done.accept(chosen());
            close();
        });
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("security.step.cancel"), click -> close()), keep);
    }

    private Select<String> choice(@Nullable String centre, String name) {
        var choice = new Select<String>();
        choice.setLabel(name);
        choice.setItems(Roles.STAFF, Roles.MANAGER, Roles.ADMIN);
        choice.setItemLabelGenerator(role ->
                role == null ? getTranslation("security.roles.none") : words.role(role) + " – " + words.what(role));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("security.roles.none"));
        choice.setWidthFull();
        account.held().stream()
                .filter(held -> Objects.equals(held.centre(), centre))
                .findFirst()
                .ifPresent(held -> choice.setValue(held.role()));
        choices.put(Optional.ofNullable(centre).orElse(""), choice);
        return choice;
    }

    /** What is chosen here, and what the account holds where this administrator does not reach. */
    private List<Held> chosen() {
        List<Held> held = new ArrayList<>(account.held().stream()
                .filter(each ->
                        !choices.containsKey(Optional.ofNullable(each.centre()).orElse("")))
                .toList());
        choices.forEach((centre, choice) -> {
            if (choice.getValue() != null) {
                held.add(new Held(choice.getValue(), centre.isEmpty() ? null : centre));
            }
        });
        return held;
    }
}
