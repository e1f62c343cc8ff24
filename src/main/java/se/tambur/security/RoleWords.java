package se.tambur.security;

import com.vaadin.flow.component.Component;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/** Roles and where they count, in the words of a page. */
record RoleWords(Component page, Centres centres) {

    /** Such as {@code chef i Lekladan, personal i Ängen}. */
    String all(Collection<Held> held) {
        return held.stream().map(this::one).collect(Collectors.joining(", "));
    }

    String one(Held held) {
        String centre = held.centre();
        if (centre != null) {
            return page.getTranslation("security.held.at", role(held.role()), name(new CentreId(centre)));
        }
        return centres.all().size() > 1
                ? page.getTranslation("security.held.everywhere", role(held.role()))
                : role(held.role());
    }

    String role(String role) {
        return page.getTranslation(key(role));
    }

    String what(String role) {
        return page.getTranslation(key(role) + ".what");
    }

    /** A centre that is not there any more by its id. */
    String name(CentreId centre) {
        return centres.exists(centre) ? centres.plan(centre).name() : centre.value();
    }

    private static String key(String role) {
        return "security.accounts.role." + role.toLowerCase(Locale.ROOT);
    }
}
