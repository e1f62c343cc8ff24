package se.tambur.wall;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface WallScreenRepository extends ListCrudRepository<WallScreen, UUID> {

    /** Locked, so that of two who type the same code only one gets in. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<WallScreen> findByLinkHash(String hash);

    Optional<WallScreen> findByTokenHash(String hash);

    List<WallScreen> findByCentreOrderByName(String centre);

    /** Those whose code nobody used in time. */
    @Modifying
    @Query("delete from WallScreen screen where screen.tokenHash is null and screen.linkUntil < :before")
    void deleteUnused(Instant before);
}
