package se.tambur.centre;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PlanVersionRepository extends Repository<PlanVersion, Long> {

    PlanVersion save(PlanVersion version);

    List<PlanVersion> findByCentreOrderByVersion(String centre);

    boolean existsByCentre(String centre);

    @Query("select v.centre from PlanVersion v where v.version = 1 order by v.id")
    List<String> centres();
}
