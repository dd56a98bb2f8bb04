"""What findings about rule text say (PAR2nn): message, and under ``.help`` the mend.

The sentence is in the reader's language; words to write in the rule are arguments, for they are in the rule's.
"""

LANGUAGE: dict[str, tuple[str, str]] = {
    # A line that stops short
    "PAR201": (
        "quy tắc còn dở ở cuối dòng, sau `{word}`",
        "the rule stops short at the end of the line, after `{word}`",
    ),
    "PAR201.help": ("viết tiếp {expected}", "go on with {expected}"),
    "PAR201.points": ("thêm số điểm sau dấu hai chấm", "add the points after the colon"),
    "PAR201.label": (
        "giữa dấu hai chấm và `{word}` chưa có số điểm",
        "there are no points between the colon and `{word}`",
    ),
    "PAR201.colon": (
        "dòng này thiếu dấu hai chấm và số điểm, sau `{word}`",
        "this line lacks its colon and points, after `{word}`",
    ),
    "PAR201.colon.help": ("viết tiếp số điểm, ví dụ `{points}`", "go on with the points, for example `{points}`"),
    "PAR201.empty": ("quy tắc không có dòng nào", "the rule has no line"),
    "PAR201.empty.help": (
        "viết quy tắc, hoặc bỏ khóa `rule` nếu điểm do người thẩm định ghi",
        "write the rule, or drop the key `rule` where a person enters the points",
    ),
    # In general
    "PAR202": ("không hiểu `{word}` ở vị trí này", "`{word}` is not understood here"),
    "PAR202.write": ("viết `{written}`", "write `{written}`"),
    "PAR202.help": ("viết {expected} sau `{before}`", "write {expected} after `{before}`"),
    "PAR202.help.first": ("bắt đầu bằng {expected}", "begin with {expected}"),
    "PAR202.value": (
        "giữa `{before}` và `{word}` thiếu {missing}",
        "{missing} is missing between `{before}` and `{word}`",
    ),
    "PAR202.value.help": (
        "viết {expected} vào giữa, hoặc thay cho `{word}`",
        "write {expected} between them, or in place of `{word}`",
    ),
    "PAR202.between": ("`{word}` không nối được với `{before}` đứng trước", "`{word}` does not follow from `{before}`"),
    "PAR202.between.help": (
        "thêm {expected} vào giữa, hoặc xóa `{word}`",
        "put {expected} between them, or delete `{word}`",
    ),
    "PAR202.surplus": ("`{word}` không dùng được sau `{before}`", "`{word}` cannot follow `{before}`"),
    "PAR202.surplus.help": (
        "xóa `{word}`, hoặc viết phần còn thiếu trước nó",
        "delete `{word}`, or write what is missing before it",
    ),
    "PAR202.twice": ("`{word}` viết hai lần liền nhau", "`{word}` stands there twice in a row"),
    "PAR202.twice.help": ("xóa một `{word}`", "delete one `{word}`"),
    # Words
    "PAR202.marks.help": ("thiếu dấu: viết `{written}`", "the marks are missing: write `{written}`"),
    "PAR202.keyboard.help": (
        "bộ gõ tiếng Việt chưa bật: viết `{written}`",
        "the Vietnamese keyboard was off: write `{written}`",
    ),
    "PAR202.font": (
        "chữ `{word}` dùng bảng mã cũ (TCVN3 hoặc VNI)",
        "`{word}` is in an old font encoding (TCVN3 or VNI)",
    ),
    "PAR202.font.help": (
        "chuyển văn bản sang Unicode dựng sẵn rồi dán lại",
        "convert the text to Unicode (NFC) and paste it again",
    ),
    "PAR202.except": ("`{word}` không dùng được trong quy tắc", "`{word}` cannot be used in a rule"),
    "PAR202.except.help": ("viết điều kiện ngoại lệ bằng `{phrase}`", "write the exception as a condition: `{phrase}`"),
    "PAR202.option": ("`{word}` không phải là tên phương án", "`{word}` is not the name of an option"),
    "PAR202.phrase": ("tên phương án `{word}` chưa đặt trong dấu ngoặc kép", "the option `{word}` is not in quotes"),
    "PAR202.name": (
        "`{word}` là từ của quy tắc nên không dùng làm tên được",
        "`{word}` is a word of the language and cannot be a name",
    ),
    "PAR202.name.help": (
        "viết một tên khác sau `{let}`, ví dụ `{example}`",
        "write another name after `{let}`, for example `{example}`",
    ),
    "PAR202.dotted": ("tên `{word}` có dấu chấm ở giữa", "the name `{word}` has a point in it"),
    "PAR202.step.help": ("chỉ dùng trong hàm làm tròn: xóa `{word}`", "it is for rounding only: delete `{word}`"),
    # Marks
    "PAR202.mark": ("không có dấu `{word}` trong quy tắc", "a rule has no mark `{word}`"),
    "PAR202.quotes": ("đoạn chữ `{word}` dùng dấu nháy đơn", "the text `{word}` stands in single quotes"),
    "PAR202.separator": ("dấu `{word}` không ngăn được các phần ở đây", "`{word}` does not separate things here"),
    "PAR202.character": ("không hiểu ký tự `{word}` ở vị trí này", "the character `{word}` is not understood here"),
    "PAR202.character.help": ("xóa ký tự này hoặc viết bằng chữ", "delete it or say it in words"),
    "PAR202.percent.help": (
        "viết liền sau một con số, như `{figure}`",
        "write it right after a figure, like `{figure}`",
    ),
    "PAR202.point.help": (
        "xóa dấu chấm; số lẻ viết như `{figure}`",
        "delete the point; decimals are written like `{figure}`",
    ),
    "PAR202.dots.help": ("viết đủ phần đang để trống", "write out what the dots stand for"),
    "PAR202.comma": ("dấu `{word}` không nối được hai phần của dòng này", "`{word}` joins no two parts of this line"),
    "PAR202.comma.condition": (
        "nối hai điều kiện bằng `{and_}` hoặc `{or_}`",
        "join two conditions with `{and_}` or `{or_}`",
    ),
    "PAR202.comma.cap": (
        "xóa dấu này, hoặc viết mức trần của dòng: `{cap}`",
        "delete it, or write the cap of the line: `{cap}`",
    ),
    "PAR202.comma.help": ("xóa dấu này, hoặc xuống dòng", "delete it, or begin a new line"),
    # The shape of a line
    "PAR202.start": (
        "dòng này bắt đầu bằng `{word}`, không phải một từ mở đầu dòng",
        "this line begins with `{word}`, which begins no line",
    ),
    "PAR202.start.equals": ("xóa `=` ở đầu dòng", "delete the `=` that begins the line"),
    "PAR202.start.range": (
        "thêm `{when}` và tên số liệu vào trước `{word}`",
        "put `{when}` and the name of the value before `{word}`",
    ),
    "PAR202.start.help": (
        "bắt đầu bằng một từ như `{when}`, `{otherwise}`, `{award}`, `{deduct}`",
        "begin with a word like `{when}`, `{otherwise}`, `{award}`, `{deduct}`",
    ),
    "PAR202.start.when": ("thêm `{when}` ở đầu dòng", "put `{when}` at the beginning of the line"),
    "PAR202.start.instead": ("thay `{word}` bằng `{when}`", "put `{when}` in place of `{word}`"),
    "PAR202.start.let": ("viết `{let}` để đặt tên cho một giá trị", "write `{let}` to name a value"),
    "PAR202.start-colon": ("trước dấu hai chấm chưa có điều kiện", "there is no condition before the colon"),
    "PAR202.start-colon.help": (
        "viết `{when}` hoặc `{otherwise}` trước dấu hai chấm",
        "write `{when}` or `{otherwise}` before the colon",
    ),
    "PAR202.first": ("`{word}` không đứng đầu dòng", "`{word}` does not stand at the beginning of its line"),
    "PAR202.first.help": (
        "chuyển `{before}` ra sau `{word}`, hoặc xóa `{before}`",
        "move `{before}` behind `{word}`, or delete `{before}`",
    ),
    "PAR202.colon": ("thiếu dấu hai chấm sau `{word}`", "a colon is missing after `{word}`"),
    "PAR202.colon.help": ("thêm `:` giữa điều kiện và số điểm", "put `:` between the condition and the points"),
    "PAR202.colon.otherwise": ("viết `{written}` rồi số điểm", "write `{written}` and the points"),
    "PAR202.two-colons": ("dòng này có hai dấu hai chấm", "this line has two colons"),
    "PAR202.two-colons.help": ("giữ một dấu hai chấm, trước số điểm", "keep one, before the points"),
    "PAR202.no-colon": ("dòng `{word}` không có dấu hai chấm", "a line with `{word}` has no colon"),
    "PAR202.no-colon.help": ("xóa dấu hai chấm", "delete the colon"),
    "PAR202.two-lines": (
        "`{word}` mở đầu một dòng nhưng đang đứng giữa dòng",
        "`{word}` begins a line but stands in the middle of one",
    ),
    "PAR202.two-lines.help": ("xuống dòng trước `{word}`", "put a line break before `{word}`"),
    "PAR202.guard": ("`{word}` đứng sau số điểm của một mức", "`{word}` stands behind the points of a band"),
    "PAR202.guard.help": (
        "đưa điều kiện này lên trước dấu hai chấm, nối bằng `{and_}`",
        "move this condition before the colon and join it with `{and_}`",
    ),
    "PAR202.label": ("sau nhãn `{word}` còn `{behind}`", "the label `{word}` has `{behind}` behind it"),
    "PAR202.label.help": (
        "chuyển nhãn xuống cuối dòng, hoặc xóa phần đứng sau nhãn",
        "move the label to the end of the line, or delete what follows it",
    ),
    "PAR202.text": ("đoạn chữ `{word}` không phải là một giá trị", "the text `{word}` is not a value"),
    "PAR202.text.option": ("so sánh với một phương án bằng `{written}`", "compare with an option by `{written}`"),
    "PAR202.text.help": (
        "bỏ dấu ngoặc kép nếu đó là tên số liệu; nhãn đứng ở cuối dòng",
        "take the quotes away if it is a name of evidence; a label stands at the end of the line",
    ),
    "PAR202.cap": (
        "mức trần của dòng viết bằng `{word}` mà thiếu dấu phẩy",
        "the cap of the line, `{word}`, lacks its comma",
    ),
    "PAR202.cap-last": ("mức trần `{word}` đứng sau điều kiện", "the cap `{word}` stands behind the condition"),
    "PAR202.cap-last.help": ("chuyển mức trần ra trước `{when}`", "move the cap before `{when}`"),
    "PAR202.steps": (
        "`{word}` tính theo bậc đủ, phải đứng đầu dòng",
        "`{word}` counts whole steps and must begin its line",
    ),
    "PAR202.steps-of": (
        "trước dấu hai chấm thiếu `{of}` và số liệu được tính",
        "before the colon `{of}` and the evidence to count are missing",
    ),
    "PAR202.steps-of.help": ("viết theo mẫu `{phrase}`", "write it as `{phrase}`"),
    "PAR202.steps-change": (
        "sau dấu hai chấm thiếu `{award}` hoặc `{deduct}`",
        "after the colon `{award}` or `{deduct}` is missing",
    ),
    "PAR202.steps-change.help": (
        "viết `{award}` hoặc `{deduct}` rồi số điểm",
        "write `{award}` or `{deduct}` and the points",
    ),
    # Ranges, figures, dates
    "PAR202.dash": ("dấu `{word}` không dùng để viết khoảng", "a dash `{word}` does not make a range"),
    "PAR202.range": ("khoảng `{word}` chưa có phần kết thúc", "the range `{word}` has no end"),
    "PAR202.range.help": ("viết `{up}` hoặc `{to}`", "write `{up}` or `{to}`"),
    "PAR202.times": (
        "thiếu phép tính giữa hai phần của `{word}`",
        "a sign is missing between the two parts of `{word}`",
    ),
    "PAR202.times.help": ("thêm `×` nếu muốn nhân", "put `×` there to multiply"),
    "PAR202.per": ("dấu `/` là phép chia, không có nghĩa là “cho mỗi”", "`/` divides, it does not mean *for each*"),
    "PAR202.spaced": (
        "tên `{word}` viết rời nhau",
        "the name `{word}` is written with blanks",
    ),
    "PAR202.spaced.help": (
        "nối các từ bằng dấu gạch dưới: `{written}`",
        "join the words with underscores: `{written}`",
    ),
    "PAR202.unit": ("`{word}` chỉ đứng sau một con số", "`{word}` stands after a figure only"),
    "PAR202.unit.help": ("xóa `{word}`, hoặc viết `{written}`", "delete `{word}`, or write `{written}`"),
    "PAR202.unit.percent": ("viết `{maximum}`, hoặc chỉ `{figure}`", "write `{maximum}`, or just `{figure}`"),
    "PAR202.figure": ("con số `{word}` bị tách làm hai", "the figure `{word}` is cut in two"),
    "PAR202.time": ("giờ trong ngày chưa dùng được trong quy tắc", "a time of day cannot be used in a rule yet"),
    "PAR202.time.help": (
        "chỉ ghi ngày, hoặc khai báo một số liệu có/không về việc đúng giờ",
        "write the date alone, or declare a yes-no value for being in time",
    ),
    "PAR202.period.help": ("viết {expected}", "write {expected}"),
    "PAR202.year": (
        "khoảng thời gian trong quy tắc không ghi năm bằng số",
        "a period in a rule has no year in figures",
    ),
    "PAR202.year.help": (
        "bỏ năm để chỉ năm đánh giá, hoặc viết `{previous}`, `{next}`",
        "leave the year out for the year that is scored, or write `{previous}`, `{next}`",
    ),
    # Parentheses and quotes
    "PAR203.parenthesis": ("dấu `(` chưa được đóng", "the parenthesis `(` is never closed"),
    "PAR203.parenthesis.help": ("thêm `)` ở cuối phần trong ngoặc", "add `)` where the part in parentheses ends"),
    "PAR203.closed": ("dấu `)` không có dấu `(` nào đi trước", "the parenthesis `)` closes nothing"),
    "PAR203.closed.help": (
        "xóa `)` hoặc thêm `(` ở đầu phần trong ngoặc",
        "delete `)` or add `(` where the part begins",
    ),
    "PAR203.empty": ("trong ngoặc không có gì", "there is nothing in the parentheses"),
    "PAR203.empty.help": ("viết giá trị cần dùng vào trong ngoặc", "write a value in them"),
    "PAR203.quote": ("dấu ngoặc kép chưa được đóng", "the quotation mark is never closed"),
    "PAR203.quote.help": ('thêm `"` ở cuối đoạn chữ', 'add `"` where the text ends'),
    # Reserved words
    "PAR205": (
        "`{word}` đã dành sẵn nhưng chưa dùng được trong phiên bản này",
        "`{word}` is reserved and cannot be used in this version",
    ),
    "PAR205.help": (
        "khai báo giá trị cần dùng dưới `evidence` rồi gọi tên nó, hoặc đổi tên nếu đây là tên số liệu",
        "declare the value needed under `evidence` and use its name, or choose another name if this is one",
    ),
    # Figures
    "PAR206": ("`{figure}` không phải là số", "`{figure}` is not a figure"),
    "PAR206.help": ("viết số liền nhau, ví dụ `{written}`", "write the figure in one piece, for example `{written}`"),
    "PAR206.thousands": (
        "`{figure}` đọc được hai cách: {written} hoặc {other}",
        "`{figure}` can be read two ways: {written} or {other}",
    ),
    "PAR206.thousands.help": ("viết `{written}` hoặc `{other}`", "write `{written}` or `{other}`"),
    "PAR206.mark": (
        "`{figure}` không theo cách viết số của tệp này",
        "`{figure}` does not follow the figure format of this file",
    ),
    "PAR206.two.help": (
        "viết `{written}` nếu là một số, `{other}` nếu là hai số",
        "write `{written}` for one figure, `{other}` for two",
    ),
    "PAR206.zero": ("mẫu số của `{figure}` bằng 0", "`{figure}` divides by 0"),
    "PAR206.zero.help": ("viết một mẫu số lớn hơn 0", "write a number above 0 below the stroke"),
    # The other language
    "PAR207.english": (
        "`{word}` là tiếng Anh, quy tắc này viết bằng tiếng Việt",
        "`{word}` is English, and this rule is written in Vietnamese",
    ),
    "PAR207.vietnamese": (
        "`{word}` là tiếng Việt, quy tắc này viết bằng tiếng Anh",
        "`{word}` is Vietnamese, and this rule is written in English",
    ),
    "PAR207.date": (
        "`{word}` không theo cách viết ngày trong quy tắc này",
        "`{word}` is not how this rule writes a date",
    ),
    # Size, steps, days
    "PAR208": ("quy tắc quá dài hoặc lồng nhau quá sâu", "the rule is too long or nested too deeply"),
    "PAR208.help": (
        "tách thành nhiều dòng, đặt tên giá trị trung gian bằng `{let}`",
        "split it, and name what is in between with `{let}`",
    ),
    "PAR210": (
        "`{word}` không nói rõ tính theo bậc đủ hay theo tỷ lệ",
        "`{word}` does not say whether whole steps count or a proportion",
    ),
    "PAR210.help": (
        "viết `{full}` để tính theo bậc đủ, hoặc `{per}` để tính theo tỷ lệ",
        "write `{full}` for whole steps, or `{per}` for a proportion",
    ),
    "PAR211": ("`{date}` không có trong lịch", "`{date}` is not in the calendar"),
    "PAR211.help": ("kiểm tra lại ngày và tháng", "check day and month"),
    # What is missing in a place, and what may stand there
    "missing.value": ("một giá trị", "a value"),
    "missing.points": ("số điểm", "the figure of points"),
    "missing.condition": ("một điều kiện", "a condition"),
    "missing.count": ("số liệu được đếm", "what is counted"),
    "missing.option": ("một phương án", "an option"),
    "missing.period": ("một khoảng thời gian", "a period"),
    "missing.date": ("một ngày", "a date"),
    "missing.name": ("một tên", "a name"),
    "missing.id": ("mã một mục", "the id of a node"),
    "expected.value": ("một con số hay tên số liệu", "a figure or a name of evidence"),
    "expected.points": ("số điểm như `{points}`", "points such as `{points}`"),
    "expected.condition": ("một điều kiện", "a condition"),
    "expected.count": ("tên số liệu được đếm", "the name of what is counted"),
    "expected.option": (
        "`{yes}`, `{no}` hay tên phương án trong dấu ngoặc kép",
        "`{yes}`, `{no}` or the name of an option in quotes",
    ),
    "expected.period": ("một khoảng thời gian như `{period}`", "a period such as `{period}`"),
    "expected.date": ("một ngày như `{date}`", "a date such as `{date}`"),
    "expected.name": ("một tên", "a name"),
    "expected.id": ('mã một mục trong dấu ngoặc kép, như `"1.1"`', 'the id of a node in quotes, like `"1.1"`'),
    "expected.comparison": ("một phép so sánh như `{range}`", "a comparison such as `{range}`"),
    "expected.colon": ("dấu hai chấm", "a colon"),
    "expected.and": ("`{and}`", "`{and}`"),
    "expected.operator": ("một phép tính như `×`", "a sign such as `×`"),
    "expected.closing": ("dấu `)`", "`)`"),
    "expected.separator": ("dấu `{separator}`", "`{separator}`"),
    "expected.equals": ("dấu `=`", "`=`"),
    "expected.of": ("`{of}`", "`{of}`"),
    "expected.since": ("`{since}`", "`{since}`"),
    "expected.range-end": ("`{up}` hoặc `{under}`", "`{up}` or `{under}`"),
    "expected.label": ("một nhãn trong dấu ngoặc kép", "a label in quotes"),
    "expected.guard": ("`{when}` và một điều kiện", "`{when}` and a condition"),
    "expected.change": ("`{award}` hoặc `{deduct}`", "`{award}` or `{deduct}`"),
    "expected.other": ("một từ khác của quy tắc", "another word of the language"),
}
