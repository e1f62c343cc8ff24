package se.tambur.security;

import com.vaadin.flow.server.VaadinSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreGate;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.shared.Roles;

/** How far somebody reaches: to which centres, and as what. */
@Component
class Reach implements CentreGate {

    private final Centres centres;

    Reach(Centres centres) {
        this.centres = centres;
    }

    /** What who is logged in holds; nothing where roles were given without a place, which no log-in of the house does. */
    static List<Held> held() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody == null ? List.of() : held(somebody);
    }

    static List<Held> held(Authentication somebody) {
        return somebody.getAuthorities().stream()
                .flatMap(badge -> Held.of(badge).stream())
                .toList();
    }

    /** All that is held, and the roles it gives at the first centre it reaches: what one has on the way in. */
    Collection<GrantedAuthority> onTheWayIn(List<Held> held) {
        return at(open(held).stream().findFirst().orElse(null), held);
    }

    private static Collection<GrantedAuthority> at(@Nullable CentreId centre, List<Held> held) {
        List<GrantedAuthority> all = held.stream().map(Held::badge).collect(Collectors.toCollection(ArrayList::new));
        Optional<String> role = centre == null
                ? Held.highest(
                        held.stream().filter(each -> each.centre() == null).toList())
                : Held.at(centre, held);
        role.ifPresent(highest -> {
            for (String each : SignIn.held(highest)) {
                all.add(new SimpleGrantedAuthority("ROLE_" + each));
            }
        });
        return all;
    }

    private List<CentreId> open(List<Held> held) {
        return centres.all().stream()
                .filter(centre -> Held.at(centre, held).isPresent())
                .toList();
    }

    @Override
    public List<CentreId> open() {
        List<Held> held = held();
        return held.isEmpty() ? centres.all() : open(held);
    }

    /** From now on the log-in has the roles of that centre and no others. */
    @Override
    public boolean enter(CentreId centre) {
        if (!open().contains(centre)) {
            return false;
        }
        List<Held> held = held();
        if (!held.isEmpty() && VaadinSession.getCurrent() != null) {
            Badge.change(at(centre, held));
        }
        return true;
    }

    @Override
    public boolean wholeHouse() {
        return held().contains(Held.everywhere(Roles.ADMIN));
    }
}
