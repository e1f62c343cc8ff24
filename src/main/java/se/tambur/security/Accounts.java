package se.tambur.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.tambur.shared.Audited;
import se.tambur.shared.Roles;

/** Those who may log in. */
@Component
class Accounts {

    private static final String WHOLE =
            "select a.*, r.role, r.centre from account a left join account_role r on r.account = a.id";

    private final JdbcClient jdbc;
    private final SecondSteps secondSteps;
    private final ApplicationEventPublisher events;

    Accounts(JdbcClient jdbc, SecondSteps secondSteps, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.secondSteps = secondSteps;
        this.events = events;
    }

    /** An account that was removed, whole, as regret brings it back. */
    record Removed(Account account, Optional<SecondSteps.Kept> secondStep) {}

    boolean none() {
        return jdbc.sql("select count(*) from account").query(Integer.class).single() == 0;
    }

    /** By name. */
    List<Account> all() {
        return jdbc.sql(WHOLE + " order by a.name_key, r.centre").query(Accounts::read);
    }

    Optional<Account> named(String name) {
        return jdbc
                .sql(WHOLE + " where a.name_key = ? order by r.centre")
                .param(Account.key(name))
                .query(Accounts::read)
                .stream()
                .findFirst();
    }

    Optional<Account> withId(UUID id) {
        return jdbc.sql(WHOLE + " where a.id = ? order by r.centre").param(id).query(Accounts::read).stream()
                .findFirst();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the name is taken */
    @Transactional
    void add(Account account, String author) {
        jdbc.sql("insert into account (id, name, name_key, password_hash, created_at) values (?, ?, ?, ?, ?)")
                .params(
                        account.id(),
                        account.name(),
                        Account.key(account.name()),
                        account.passwordHash(),
                        OffsetDateTime.ofInstant(account.createdAt(), ZoneOffset.UTC))
                .update();
        give(account.id(), account.held());
        audit(account, "account.made", author);
    }

    /**
     * Gives an account other roles.
     *
     * @return false when it is the last one that runs the whole house and would not any more, or is gone already
     */
    @Transactional
    boolean change(UUID id, List<Held> held, String author) {
        if (isLast(id) && !held.contains(Held.everywhere(Roles.ADMIN))) {
            return false;
        }
        jdbc.sql("delete from account_role where account = ?").param(id).update();
        give(id, held);
        Optional<Account> changed = withId(id);
        changed.ifPresent(account -> audit(account, "account.changed", author));
        return changed.isPresent();
    }

    /** @return empty when it was the last that runs the whole house, which must stay, or is gone already */
    @Transactional
    Optional<Removed> remove(UUID id, String author) {
        if (isLast(id)) {
            return Optional.empty();
        }
        return withId(id).map(account -> {
            var gone = new Removed(account, secondSteps.kept(id));
            jdbc.sql("delete from account where id = ?").param(id).update();
            audit(account, "account.removed", author);
            return gone;
        });
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the name has been taken meanwhile */
    @Transactional
    void restore(Removed removed, String author) {
        add(removed.account(), author);
        removed.secondStep()
                .ifPresent(step -> secondSteps.keep(removed.account().id(), step));
    }

    @Transactional
    void changePassword(Account account, String hash) {
        jdbc.sql("update account set password_hash = ? where id = ?")
                .params(hash, account.id())
                .update();
        events.publishEvent(account.did("account.password-changed"));
    }

    /** Locks those who run the whole house, so that two of them cannot remove each other at once. */
    private boolean isLast(UUID id) {
        List<UUID> admins = jdbc.sql("select account from account_role where role = ? and centre = '' for update")
                .param(Roles.ADMIN)
                .query((row, number) -> row.getObject("account", UUID.class))
                .list();
        return admins.equals(List.of(id));
    }

    private void give(UUID id, List<Held> held) {
        held.forEach(each -> jdbc.sql("insert into account_role (account, centre, role) values (?, ?, ?)")
                .params(id, each.centre() == null ? "" : each.centre(), each.role())
                .update());
    }

    private void audit(Account account, String deed, String author) {
        events.publishEvent(new Audited(
                author, account.onlyCentre(), deed, account.name() + " " + Account.inWords(account.held())));
    }

    private static List<Account> read(ResultSet rows) throws SQLException {
        var accounts = new LinkedHashMap<UUID, Account>();
        while (rows.next()) {
            UUID id = rows.getObject("id", UUID.class);
            Account account = accounts.get(id);
            if (account == null) {
                account = new Account(
                        id,
                        rows.getString("name"),
                        rows.getString("password_hash"),
                        new ArrayList<>(),
                        rows.getObject("created_at", OffsetDateTime.class).toInstant());
                accounts.put(id, account);
            }
            String role = rows.getString("role");
            if (role != null) {
                String centre = rows.getString("centre");
                account.held().add(new Held(role, centre.isEmpty() ? null : centre));
            }
        }
        return List.copyOf(accounts.values());
    }
}
