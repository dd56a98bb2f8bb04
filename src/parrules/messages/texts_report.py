"""What tables and summaries say: headings of columns, the sentences of an announcement, names of things."""

REPORT: dict[str, tuple[str, str]] = {
    # Columns
    "column.id": ("Mã", "Id"),
    "column.number": ("STT", "No."),
    "column.title": ("Tên mục", "Title"),
    "column.domain": ("Lĩnh vực", "Domain"),
    "column.maximum": ("Điểm tối đa", "Maximum"),
    "column.applicable": ("Điểm tối đa áp dụng", "Applicable maximum"),
    "column.base": ("Chỉ số tính trên", "Index out of"),
    "column.claimed": ("Điểm tự chấm", "Claimed"),
    "column.points": ("Điểm đạt", "Points"),
    "column.share": ("Tỷ lệ (%)", "Share (%)"),
    "column.lost": ("Điểm mất", "Lost"),
    "column.state": ("Trạng thái", "State"),
    "column.rank": ("Thứ hạng", "Rank"),
    "column.unit": ("Đơn vị", "Unit"),
    "column.total": ("Tổng điểm", "Total"),
    "column.index": ("Chỉ số (%)", "Index (%)"),
    "column.grade": ("Xếp loại", "Grade"),
    "column.code": ("Mã", "Code"),
    "column.name": ("Tên", "Name"),
    "column.severity": ("Mức", "Severity"),
    "row.total": ("Cộng", "Total"),
    # Head of a table
    "head.set": ("{title}", "{title}"),
    "head.unit": ("Đơn vị: {name}", "Unit: {name}"),
    "head.not-scored": (
        "{count} hồ sơ không chấm được: {files}",
        "{count} not scored: {files}",
    ),
    "head.units": ("{count} đơn vị", "{count} units"),
    "head.stage": ("Lần chấm: {stage}", "Stage: {stage}"),
    "head.reading": ("Cách hiểu: {reading}", "Reading: {reading}"),
    "head.status": ("Tình trạng: {status}", "Status: {status}"),
    "foot.result": ("Kết quả: {outcome}", "Result: {outcome}"),
    "foot.explain": (
        "Xem vì sao một mục được số điểm đó: parrules explain {set} {file} {id}",
        "To see why a node has its points: parrules explain {set} {file} {id} --language en",
    ),
    "foot.base": (
        "Điểm tối đa áp dụng {applicable} (không áp dụng {nodes})",
        "Applicable maximum {applicable} (not applicable: {nodes})",
    ),
    "foot.hidden": (
        "{count} mục bên dưới được chấm chung, không liệt kê",
        "{count} nodes below are covered and not listed",
    ),
    # The announcement
    "announce.index": ("{index} năm {year} của {unit} đạt {value}", "{index} {year} of {unit}: {value}"),
    "announce.unit": ("{unit} năm {year} đạt {value}", "{unit} in {year}: {value}"),
    "announce.unit-waiting": ("{unit} năm {year}: {value}", "{unit} in {year}: {value}"),
    "announce.index-waiting": (
        "{index} năm {year} của {unit}: {value}",
        "{index} {year} of {unit}: {value}",
    ),
    "announce.ranked": ("{text}, xếp thứ {rank}/{of} {units}", "{text}, rank {rank} of {of} {units}"),
    "announce.up": ("{text}, tăng {places} bậc so với năm {year}", "{text}, up {places} places on {year}"),
    "announce.up-one": ("{text}, tăng {places} bậc so với năm {year}", "{text}, up {places} place on {year}"),
    "announce.down-one": ("{text}, giảm {places} bậc so với năm {year}", "{text}, down {places} place on {year}"),
    "announce.down": ("{text}, giảm {places} bậc so với năm {year}", "{text}, down {places} places on {year}"),
    "announce.same": ("{text}, giữ nguyên thứ hạng so với năm {year}", "{text}, rank unchanged on {year}"),
    "announce.highest": (
        "{Level} đạt tỷ lệ cao nhất: {title}, {points}/{maximum} điểm ({share})",
        "Highest share: {title}, {points} of {maximum} points ({share})",
    ),
    "announce.lowest": (
        "{Level} đạt tỷ lệ thấp nhất: {title}, {points}/{maximum} điểm ({share})",
        "Lowest share: {title}, {points} of {maximum} points ({share})",
    ),
    "announce.full": ("Đạt điểm tối đa {count}/{all} {level}", "Full points in {count} of {all}"),
    "announce.lost": (
        "Ba {level} mất nhiều điểm nhất: {nodes}, chiếm {share} tổng điểm mất",
        "Most points lost in: {nodes}; {share} of all points lost",
    ),
    "announce.lost-node": ("{title} ({lost} điểm)", "{title} ({lost})"),
    "announce.sum-agrees": (
        "Cộng điểm {count} {level} đã công bố được {computed}, khớp với số công bố",
        "The {count} announced parts add up to {computed}, as announced",
    ),
    "announce.sum-within": (
        "Cộng điểm {count} {level} đã công bố được {computed}; số công bố {published}; chênh {difference}, trong phạm vi làm tròn (tối đa {bound})",
        "The {count} announced parts add up to {computed}, announced {published}: {difference} apart, within rounding (at most {bound})",
    ),
    "announce.sum-beyond": (
        "Cộng điểm {count} {level} đã công bố được {computed}; số công bố {published}; chênh {difference}, quá mức làm tròn (tối đa {bound})",
        "The {count} announced parts add up to {computed}, announced {published}: {difference} apart, beyond rounding (at most {bound})",
    ),
    "announce.published-all": (
        "Đối chiếu {count} số công bố: khớp tất cả",
        "{count} announced figures compared: all agree",
    ),
    "announce.published-one": (
        "Đối chiếu {count} số công bố: {wrong} số không khớp, {figures}",
        "{count} announced figures compared: {wrong} does not agree, {figures}",
    ),
    "announce.published-some": (
        "Đối chiếu {count} số công bố: {wrong} số không khớp, {figures}",
        "{count} announced figures compared: {wrong} do not agree, {figures}",
    ),
    "announce.disagreement": (
        "{node} (công bố {published}, tính được {computed})",
        "{node} (announced {published}, computed {computed})",
    ),
    "announce.waiting": ("{count} mục {state}: {nodes}", "{count} {state}: {nodes}"),
    "announce.missing-zero": (
        "{count} mục chưa có số liệu, tính 0 điểm: {nodes}",
        "{count} without a value, counted as 0: {nodes}",
    ),
    "announce.claims": (
        "Điểm tự chấm của {count} (điểm tối đa {maximum}) là {claimed}, bằng số điểm đạt",
        "Claims in {count} (maximum {maximum}) add up to {claimed}, the points that these rows have",
    ),
    "announce.claims-rounding": (
        "Điểm tự chấm của {count} (điểm tối đa {maximum}) là {claimed}; các mục đó đạt {points}: chỉ chênh lệch trong phạm vi làm tròn",
        "Claims in {count} (maximum {maximum}) add up to {claimed}; these rows have {points}: the same within rounding",
    ),
    "announce.claims-less": (
        "Điểm tự chấm của {count} (điểm tối đa {maximum}) là {claimed}; các mục đó đạt {points}: tự chấm cao hơn {difference} điểm",
        "Claims in {count} (maximum {maximum}) add up to {claimed}; these rows have {points}: claims exceed points by {difference}",
    ),
    "announce.claims-more": (
        "Điểm tự chấm của {count} (điểm tối đa {maximum}) là {claimed}; các mục đó đạt {points}: tự chấm thấp hơn {difference} điểm",
        "Claims in {count} (maximum {maximum}) add up to {claimed}; these rows have {points}: claims fall short by {difference}",
    ),
    "announce.not-applicable": (
        "Không áp dụng {nodes}; điểm tối đa áp dụng {maximum}",
        "Not applicable: {nodes}; the applicable maximum is {maximum}",
    ),
    # Levels and kinds of units
    "level.0": ("lĩnh vực", "domain"),
    "level.1": ("tiêu chí", "criterion"),
    "level.2": ("tiêu chí thành phần", "component"),
    "Level.0": ("Lĩnh vực", "Domain"),
    "kind-of-unit.province": ("tỉnh, thành phố", "provinces"),
    "kind-of-unit.department": ("sở, ngành", "departments"),
    "kind-of-unit.district": ("huyện", "districts"),
    "kind-of-unit.commune": ("xã", "communes"),
    "kind-of-unit.ministry": ("bộ, ngành", "ministries"),
    "kind-of-unit.other": ("đơn vị", "units"),
}
