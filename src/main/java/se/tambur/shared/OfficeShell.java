package se.tambur.shared;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.text.DateFormatSymbols;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What stands around every page of the office: the menu, the language, logging out and the demo mark. A view comes here by
 * a route that begins with {@code office}, and into the menu by {@code @Menu}, whose title is a word key.
 */
@Layout("/office")
@JsModule("./fonts.ts")
@PermitAll
public class OfficeShell extends AppLayout {

    private final Div place = new Div();

    /** What another package puts at the foot of the menu, anew for each page. */
    public interface Piece {

        Component make();
    }

    OfficeShell(Settings settings, AuthenticationContext somebody, ObjectProvider<Piece> pieces) {
        addClassName("office");
        setPrimarySection(Section.DRAWER);

        var brand = new Header(new Span(getTranslation("shell.name")));
        brand.addClassName("brand");
        var foot = new Footer();
        foot.addClassName("foot");
        pieces.orderedStream().map(Piece::make).forEach(foot::add);
        foot.add(new LanguageSwitch(), new LogOut(somebody));
        addToDrawer(brand, menu(), foot);

        var toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.open-menu"));
        addToNavbar(new Header(toggle, new Span(getTranslation("shell.name"))));

        var page = new Div();
        page.addClassName("page");
        if (settings.demo()) {
            var demo = new Aside();
            demo.setText(getTranslation("shell.demo"));
            demo.getElement().setAttribute("aria-label", getTranslation("shell.demo.label"));
            demo.addClassName("demo");
            page.add(demo);
        }
        page.add(place);
        setContent(page);
    }

    private SideNav menu() {
        var menu = new SideNav();
        menu.getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        MenuConfiguration.getMenuEntries().stream()
                .filter(entry ->
                        entry.path().startsWith("office") || entry.path().startsWith("/office"))
                .map(entry -> item(getTranslation(entry.title()), entry.path()))
                .forEach(menu::addItem);
        return menu;
    }

    /** Stands out on the pages below it too; those of the whole office are below each entry's own. */
    private static SideNavItem item(String title, String path) {
        var item = new SideNavItem(title, path);
        item.setMatchNested(!path.replaceFirst("^/", "").equals("office"));
        return item;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        place.getElement().removeAllChildren();
        if (!content.getElement().getTag().equals("main")) {
            content.getElement().setAttribute("role", "main");
        }
        place.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement old) {
        place.getElement().removeAllChildren();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        // Vaadin says these in English only
        attached.getUI()
                .getPage()
                .executeJs(
                        "const c = window.Vaadin?.connectionIndicator;"
                                + "if (c) { c.onlineText = $0; c.offlineText = $1; c.reconnectingText = $2; }",
                        getTranslation("shell.online"),
                        getTranslation("shell.offline"),
                        getTranslation("shell.reconnecting"));
    }

    /** Leaves; open pages of the same log-in end with it. */
    private static class LogOut extends Button {
        LogOut(AuthenticationContext somebody) {
            addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            setText(getTranslation("shell.log-out"));
            addClickListener(click -> somebody.logout());
        }
    }

    /** The languages of the office, each in its own words; the choice stays in the browser. */
    public static class LanguageSwitch extends Div {

        /** The name of the cookie that keeps the choice. */
        public static final String COOKIE = "language";

        /** What the office is written in, first language first. */
        public static final List<Locale> LANGUAGES = List.of(Locale.of("sv", "SE"), Locale.of("en"));

        public LanguageSwitch() {
            addClassName("languages");
            getElement().setAttribute("role", "group");
            getElement().setAttribute("aria-label", getTranslation("shell.language"));
            LANGUAGES.forEach(language -> add(choice(language)));
        }

        /** The page's own language goes by what the browser prefers, and Vaadin's notice of lost contact has no role. */
        @Override
        protected void onAttach(AttachEvent attached) {
            super.onAttach(attached);
            attached.getUI()
                    .getPage()
                    .executeJs(
                            "document.documentElement.lang = $0;"
                                    + "document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')",
                            attached.getUI().getLocale().getLanguage());
        }

        private static Component choice(Locale language) {
            String name = language.getDisplayLanguage(language);
            var button = new Button(name.substring(0, 1).toUpperCase(language) + name.substring(1));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            button.getElement().setAttribute("lang", language.getLanguage());
            button.getElement().setAttribute("data-lang", language.getLanguage());
            boolean current = UI.getCurrent().getLocale().getLanguage().equals(language.getLanguage());
            button.getElement().setAttribute("aria-pressed", String.valueOf(current));
            button.addClickListener(click -> {
                VaadinSession.getCurrent().setLocale(language);
                UI.getCurrent()
                        .getPage()
                        .executeJs(
                                "document.cookie = $0 + '=' + $1 + '; path=/; max-age=31536000; SameSite=Lax';"
                                        + "location.reload()",
                                COOKIE,
                                language.getLanguage());
            });
            return button;
        }
    }

    /** A day, in the words and the order of the office's language. */
    public static class DayPicker extends DatePicker {

        private static final int MONDAY = 1;

        public DayPicker(String label) {
            super(label);
            var names = new DateFormatSymbols(getLocale());
            setI18n(new DatePickerI18n()
                    .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                    .setWeekdays(Arrays.asList(names.getWeekdays()).subList(1, 8))
                    .setWeekdaysShort(Arrays.asList(names.getShortWeekdays()).subList(1, 8))
                    .setFirstDayOfWeek(MONDAY)
                    .setToday(getTranslation("shell.calendar.today"))
                    .setCancel(getTranslation("shell.calendar.cancel"))
                    .setBadInputErrorMessage(getTranslation("shell.calendar.flaw"))
                    .setDateFormat("yyyy-MM-dd"));
            setWeekNumbersVisible(true);
        }
    }

    /** A line at the foot of the page that says what was done. */
    public static final class Notice {

        private static final Duration SHORT = Duration.ofSeconds(5);
        private static final Duration TIME_TO_REGRET = Duration.ofSeconds(12);

        private Notice() {}

        /** Says what was done. */
        public static void say(String what) {
            open(what, SHORT);
        }

        /** Says what was done, with a button that takes it back; undoing is kinder than being asked first. */
        public static void say(String what, Runnable undo) {
            Notification notice = open(what, TIME_TO_REGRET);
            var button = new Button(UI.getCurrent().getTranslation("shell.undo"), click -> {
                notice.close();
                undo.run();
            });
            notice.add(button);
        }

        /** Says what went wrong; stays until it is closed. */
        public static void warn(String what) {
            Notification notice = open(what, Duration.ZERO);
            notice.addClassName("warning");
            notice.setAssertive(true);
            notice.add(new Button(UI.getCurrent().getTranslation("shell.close"), click -> notice.close()));
        }

        private static Notification open(String what, Duration stays) {
            var notice = new Notification();
            notice.add(new Span(what));
            notice.setPosition(Notification.Position.BOTTOM_CENTER);
            notice.setDuration((int) stays.toMillis());
            notice.open();
            return notice;
        }
    }
}
