package se.tambur.report;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ApprovalRepository extends ListCrudRepository<Approval, Long> {

    List<Approval> findByCentreAndMonthOrderByNumber(String centre, String month);

    List<Approval> findByCentreOrderByNumber(String centre);
}
