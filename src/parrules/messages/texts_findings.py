"""What findings say, by code: message, and under ``.help`` the mend.

One clause, the reader's words in backticks, no final stop. The sentence is in the reader's language; words to write in
a rule are arguments (`tree.words`), for they are in the file's.
"""

FINDINGS: dict[str, tuple[str, str]] = {
    # -- PAR1nn: files -----------------------------------------------------------------------------------------------
    "PAR101.absent": ("không tìm thấy tệp `{file}`", "there is no file `{file}`"),
    "PAR101.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR101.absent.help": (
        "kiểm tra lại tên tệp và thư mục đang làm việc",
        "check the file's name and the folder you are in",
    ),
    "PAR101.folder": ("`{file}` là thư mục, không phải tệp", "`{file}` is a folder, not a file"),
    "PAR101.folder.help": ("ghi tên một tệp trong thư mục đó", "name a file inside that folder"),
    "PAR101.system": ("không mở được tệp `{file}`: {reason}", "the file `{file}` cannot be opened: {reason}"),
    "PAR101.no-files": (
        "thư mục `{file}` không có tệp YAML hoặc JSON nào",
        "the folder `{file}` holds no YAML or JSON file",
    ),
    "PAR101.no-files.help": (
        "đặt các hồ sơ số liệu (.yaml, .yml, .json) vào thư mục đó, hoặc ghi thư mục khác",
        "put evidence records (.yaml, .yml, .json) into that folder, or name another",
    ),
    "PAR101.no-text": (
        "`{file}` không phải là tệp văn bản (có thể là tệp Word, Excel, PDF hoặc ảnh)",
        "`{file}` is no text file (perhaps of Word, Excel or PDF, or a picture)",
    ),
    "PAR101.no-text.help": (
        "bộ tiêu chí và hồ sơ là tệp văn bản YAML hoặc JSON; chép nội dung sang một tệp như vậy",
        "criteria sets and records are texts in YAML or JSON; copy the content to such a file",
    ),
    "PAR101.encoding": (
        "dòng {line} có ký tự không phải mã UTF-8",
        "line {line} holds something that is not UTF-8 text",
    ),
    "PAR101.encoding.help": (
        "lưu lại tệp với bảng mã UTF-8 (Notepad: Save As, Encoding: UTF-8)",
        "save the file again as UTF-8 (Notepad: Save As, Encoding: UTF-8)",
    ),
    "PAR102": ("tệp viết chưa đúng cú pháp YAML ở chỗ này", "the YAML is not well formed here"),
    "PAR102.help": (
        "xem lại thụt dòng, dấu hai chấm và dấu ngoặc quanh chỗ này",
        "look at indentation, colons and brackets around this place",
    ),
    "PAR102.colon": (
        "dấu hai chấm này không mở đầu được một giá trị",
        "this colon cannot begin a value",
    ),
    "PAR102.colon.help": (
        "đặt cả đoạn chữ trong dấu ngoặc kép, hoặc viết khóa mới trên dòng riêng",
        "put the whole text in quotes, or begin the new key on a line of its own",
    ),
    "PAR102.no-colon": ("dòng này thiếu dấu hai chấm sau tên khóa", "this line lacks the colon after its key"),
    "PAR102.no-colon.help": ("thêm `:` và một dấu cách sau tên khóa", "put `:` and a blank after the key"),
    "PAR102.tight-colon": ("sau dấu hai chấm này thiếu dấu cách", "this colon lacks a blank behind it"),
    "PAR102.tight-colon.help": ("thêm một dấu cách sau `:`", "put a blank after `:`"),
    "PAR102.after-quote": (
        "sau dấu ngoặc kép đóng vẫn còn chữ",
        "text goes on after the closing quotation mark",
    ),
    "PAR102.after-quote.help": (
        "xóa phần thừa, hoặc đặt tất cả trong một cặp dấu ngoặc kép",
        "delete the rest, or put all of it between one pair of quotation marks",
    ),
    "PAR102.bracket": (
        "trong `[ ]` hoặc `{ }` thiếu dấu phẩy hoặc dấu đóng ngoặc",
        "a comma or the closing bracket is missing inside `[ ]` or `{ }`",
    ),
    "PAR102.bracket.help": (
        "thêm dấu còn thiếu, hoặc viết mỗi khóa trên một dòng, không dùng ngoặc",
        "put it in, or write each key on a line of its own without brackets",
    ),
    "PAR102.indent": (
        "thụt dòng ở đây không thẳng hàng với các dòng trên",
        "the indentation here is not in line with the lines above",
    ),
    "PAR102.indent.help": (
        "chỉnh thụt dòng bằng dấu cách cho thẳng với các khóa cùng cấp",
        "indent with blanks, in line with the keys of the same level",
    ),
    "PAR102.rule": (
        "quy tắc có nhiều dòng hoặc có dấu hai chấm phải đặt dưới `rule: |`",
        "a rule of several lines or with a colon stands below `rule: |`",
    ),
    "PAR102.rule.help": (
        "viết `rule: |`, xuống dòng, rồi thụt các dòng của quy tắc vào bên trong",
        "write `rule: |`, and the lines of the rule below it, indented",
    ),
    "PAR102.start": ("`{found}` không mở đầu được một giá trị ở đây", "`{found}` cannot begin a value here"),
    "PAR102.start.help": ("đặt cả giá trị trong dấu ngoặc kép", "put the whole value in quotes"),
    "PAR102.quote": ("dấu ngoặc này chưa được đóng", "this quotation mark is never closed"),
    "PAR102.quote.help": ("thêm dấu ngoặc đóng ở cuối đoạn chữ", "put the closing mark where the text ends"),
    "PAR102.tab": ("ký tự tab không dùng được ở đây", "a tab cannot stand here"),
    "PAR102.tab.help": ("thay tab bằng dấu cách", "put blanks in place of the tab"),
    "PAR102.question": (
        "dấu `?` ở đây cần nằm trong dấu ngoặc kép",
        "the `?` here needs quotes around its text",
    ),
    "PAR102.question.help": ("đặt cả đoạn chữ trong dấu ngoặc kép", "put the whole text in quotes"),
    "PAR102.escape": (
        "dấu `\\` trong đoạn chữ này không đi được với ký tự đứng sau",
        "the `\\` in this text does not go with what follows it",
    ),
    "PAR102.escape.help": ("viết `\\\\` nếu cần chính dấu đó", "write `\\\\` for the character itself"),
    "PAR102.empty": ("tệp không có nội dung", "the file is empty"),
    "PAR102.json-expected": ("ở đây thiếu dấu `{expected}`", "`{expected}` is missing here"),
    "PAR102.json-expected.help": (
        "thêm `{expected}`, hoặc đóng ngoặc nếu đã hết",
        "put `{expected}` here, or close the bracket where it ends",
    ),
    "PAR102.json-more": ("sau dấu đóng cuối cùng vẫn còn nội dung", "the file goes on after its last bracket"),
    "PAR102.json-more.help": ("xóa phần thừa", "delete the rest"),
    "PAR102.json-end": ("tệp kết thúc khi chưa đóng đủ ngoặc", "the file ends before its brackets are closed"),
    "PAR102.json-end.help": ("thêm các dấu đóng ngoặc còn thiếu", "put in the brackets that are missing"),
    "PAR102.json-value": ("`{found}` không phải là giá trị JSON", "`{found}` is no JSON value"),
    "PAR102.json-value.help": (
        "đặt chữ trong dấu ngoặc kép; viết số với dấu chấm thập phân",
        "put text in quotes; write figures with a decimal point",
    ),
    "PAR102.json-nan": ("`{found}` không phải là số", "`{found}` is not a figure"),
    "PAR102.json-nan.help": ("viết một số, hoặc bỏ khóa này", "write a figure, or drop the key"),
    "PAR102.json-key": ("ở đây cần tên khóa trong dấu ngoặc kép", "a key in quotes is wanted here"),
    "PAR102.json-key.help": (
        'viết tên khóa trong `"…"`, hoặc xóa dấu phẩy thừa ở trước',
        'write the key between `"…"`, or delete the comma before it',
    ),
    "PAR102.json-string": (
        "đoạn chữ chưa được đóng ngoặc trên cùng dòng",
        "this text is not closed on its own line",
    ),
    "PAR102.json-string.help": (
        'thêm `"` ở cuối đoạn chữ; viết `\\n` để xuống dòng',
        'put `"` where the text ends; write `\\n` for a line break',
    ),
    "PAR103": ("khóa `{key}` được ghi hai lần", "the key `{key}` stands twice"),
    "PAR103.here": ("lần đầu ở đây", "the first is here"),
    "PAR103.help": ("giữ lại một, xóa khóa kia", "keep one, delete the other"),
    "PAR104.size": (
        "tệp `{file}` nặng {size} MiB, tối đa là {limit} MiB",
        "the file `{file}` has {size} MiB, at most {limit} are read",
    ),
    "PAR104.size.help": (
        "kiểm tra xem có chọn nhầm tệp, hoặc tách thành nhiều tệp",
        "see whether it is the right file, or split it",
    ),
    "PAR104.depth": ("nội dung lồng nhau quá {limit} cấp", "more than {limit} levels are nested here"),
    "PAR104.nodes": ("tệp có quá {limit} giá trị", "the file has more than {limit} values"),
    "PAR105": ("ở đây không có khóa `{key}`", "there is no key `{key}` here"),
    "PAR105.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR105.values": (
        "nếu là số liệu của mục thì viết thụt vào dưới `values:`",
        "a value of the node is written indented below `values:`",
    ),
    "PAR105.help": ("chọn một trong các khóa: {known}", "choose one of the keys: {known}"),
    "PAR106": (
        "mã `{found}` chưa đặt trong dấu ngoặc kép nên bị đọc thành số",
        "the id `{found}` stands without quotes and is read as a number",
    ),
    "PAR106.help": ('viết `"{found}"`', 'write `"{found}"`'),
    "PAR107": ("giá trị của `{key}` {reason}", "the value of `{key}` {reason}"),
    "PAR107.help": ("sửa giá trị của `{key}`", "change the value of `{key}`"),
    "PAR107.beside.help": ("giữ lại một khóa, xóa khóa kia", "keep one key, delete the other"),
    "reason.least": ("nhỏ hơn mức thấp nhất {limit}", "is below the least, {limit}"),
    "reason.most": ("lớn hơn mức cao nhất {limit}", "is above the most, {limit}"),
    "reason.few": ("cần ít nhất {limit} phần", "needs at least {limit} entries"),
    "reason.many": ("chỉ nhận tối đa {limit} phần", "takes at most {limit} entries"),
    "reason.blank": ("còn trống", "is empty"),
    "reason.repeats": ("có phần ghi hai lần", "holds the same entry twice"),
    "reason.beside": ("không đi cùng khóa khác đã ghi ở đây", "does not go with another key that stands here"),
    "reason.other": ("không dùng được", "cannot be used"),
    "PAR107.choice": ("`{key}` không nhận giá trị `{found}`", "`{key}` cannot be `{found}`"),
    "PAR107.choice.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR107.choice.help": ("chọn một trong: {allowed}", "choose one of: {allowed}"),
    "PAR107.empty": ("`{key}` còn trống", "`{key}` is empty"),
    "PAR107.empty.help": ("ghi giá trị cho `{key}`", "give `{key}` a value"),
    "PAR107.key": (
        "tên khóa phải là một từ, không phải danh sách hoặc nhóm khóa",
        "a key must be a word, not a list or a group of keys",
    ),
    "PAR107.more": ("còn lỗi khác ngoài {limit} lỗi đầu tiên", "there are more faults than the first {limit}"),
    "PAR107.name": ("tên khóa `{key}` chưa đúng dạng", "the key `{key}` is not in the form wanted"),
    "PAR107.name.help": ("đổi tên: {wanted}", "rename it: {wanted}"),
    "PAR107.pattern": ("`{found}` chưa đúng dạng của `{key}`", "`{found}` is not in the form of `{key}`"),
    "PAR107.pattern.help": ("viết lại: {wanted}", "write it anew: {wanted}"),
    "PAR107.data": ("không đọc được dữ liệu `{found}`", "the data `{found}` cannot be read"),
    "PAR107.data.help": (
        "chỉ dùng chữ, số nguyên, số thập phân, ngày, danh sách và từ điển",
        "use text, whole numbers, decimals, dates, lists and dicts only",
    ),
    "PAR107.quotes": (
        "`{found}` chưa đặt trong dấu ngoặc kép nên không được đọc là chữ",
        "`{found}` stands without quotes and is not read as text",
    ),
    "PAR107.mapping": ("`{key}` không nhận một nhóm khóa", "`{key}` cannot hold keys of its own"),
    "PAR107.list": ("`{key}` không nhận một danh sách", "`{key}` cannot be a list"),
    "PAR107.scalar": ("`{key}` không nhận giá trị `{found}`", "`{key}` cannot be `{found}`"),
    "PAR107.wanted.text": ("viết một đoạn chữ", "write a text"),
    "PAR107.wanted.mapping": (
        "viết các khóa, mỗi khóa một dòng thụt vào bên dưới",
        "write keys, each on an indented line below",
    ),
    "PAR107.wanted.options": (
        "viết mỗi phương án một dòng `mã:`, bên dưới thụt vào `title: Tên phương án`",
        "write each option on a line `key:`, with `title: Its title` indented below it",
    ),
    "PAR107.wanted.under": (
        "viết `{key}:`, xuống dòng, thụt vào rồi viết `{need}: {found}`",
        "write `{key}:`, and `{need}: {found}` indented on the line below",
    ),
    "PAR107.wanted.item": ("viết `- {need}: {found}`", "write `- {need}: {found}`"),
    "PAR107.wanted.list": ("viết danh sách, mỗi dòng bắt đầu bằng `- `", "write a list, each line beginning with `- `"),
    "PAR107.wanted.whole": ("viết một số nguyên, không có dấu ngoặc kép", "write a whole number, without quotes"),
    "PAR107.wanted.number": (
        "viết một số, ví dụ `8,5` (vi) hoặc `8.5` (en)",
        "write a figure, such as `8.5` (en) or `8,5` (vi)",
    ),
    "PAR107.wanted.truth": ("viết `true` hoặc `false`", "write `true` or `false`"),
    "PAR108": ("thiếu khóa `{key}` {place}", "the key `{key}` is missing {place}"),
    "PAR108.help": ("thêm `{key}: …`", "add `{key}: …`"),
    "PAR108.options.help": ("thêm `options:` với từng phương án", "add `options:` with each option"),
    "place.file": ("ở đầu tệp", "at the head of the file"),
    "place.in": ("trong `{where}`", "in `{where}`"),
    "place.node": ("ở mục {where}", "in node {where}"),
    "PAR109.alias": (
        "`*{name}` là lối viết tắt của YAML, không dùng trong tệp này",
        "`*{name}` is a YAML alias, which these files do without",
    ),
    "PAR109.alias.help": ("chép lại nội dung ở đây", "write the content out here"),
    "PAR109.anchor": (
        "`&{name}` là lối viết tắt của YAML, không dùng trong tệp này",
        "`&{name}` is a YAML anchor, which these files do without",
    ),
    "PAR109.anchor.help": ("xóa `&{name}`", "delete `&{name}`"),
    "PAR109.tag": (
        "thẻ kiểu `!…` của YAML không dùng trong tệp này",
        "a YAML tag `!…` has no place in these files",
    ),
    "PAR109.tag.help": ("xóa thẻ này, đặt chữ trong dấu ngoặc kép", "delete it, and put text in quotes"),
    "PAR109.documents": (
        "dấu `---` mở thêm một tài liệu trong cùng tệp",
        "`---` begins a second document in one file",
    ),
    "PAR109.documents.help": ("tách thành hai tệp", "split it into two files"),
    "PAR109.directive": (
        "dòng `{name}` là chỉ thị của YAML, không dùng trong tệp này",
        "`{name}` is a YAML directive, which these files do without",
    ),
    "PAR109.directive.help": ("xóa dòng này", "delete this line"),
    "PAR109.merge": (
        "`<<` là lối gộp khóa của YAML, không dùng trong tệp này",
        "`<<` merges keys in YAML, which these files do without",
    ),
    "PAR109.merge.help": ("chép lại các khóa cần dùng", "write the keys out"),
    "PAR110": ("`{found}` không phải là số", "`{found}` is not a figure"),
    "PAR110.help": (
        "viết số liền nhau, ví dụ `8,5` (vi) hoặc `8.5` (en)",
        "write the figure in one piece, such as `8.5` (en) or `8,5` (vi)",
    ),
    "PAR110.thousands": (
        "`{found}` đọc được hai cách: {written} hoặc {other}",
        "`{found}` can be read two ways: {written} or {other}",
    ),
    "PAR110.thousands.help": ("viết `{written}` hoặc `{other}`", "write `{written}` or `{other}`"),
    "PAR110.float": (
        "`{found}` là số dấu phẩy động, không giữ đúng giá trị",
        "`{found}` is a binary float, which does not keep its value",
    ),
    "PAR110.float.help": (
        'ghi số thập phân bằng chữ, ví dụ `"8.5"`, hoặc dùng Decimal',
        'give a decimal as text, for example `"8.5"`, or as a Decimal',
    ),
    "PAR110.mark": (
        "`{found}` không theo cách viết số của tệp này",
        "`{found}` does not follow the figure format of this file",
    ),
    "PAR110.mark.help": ("viết `{written}`", "write `{written}`"),
    "PAR111": ("`{found}` không phải là ngày", "`{found}` is not a date"),
    "PAR111.help": (
        "viết đủ ngày, tháng, năm, ví dụ `28/12/2020` (vi) hoặc `2020-12-28` (en)",
        "write day, month and year, such as `2020-12-28` (en) or `28/12/2020` (vi)",
    ),
    "PAR111.day": ("không có ngày `{found}`", "there is no day `{found}`"),
    "PAR111.day.help": ("kiểm tra lại ngày và tháng", "check day and month"),
    "PAR111.format": (
        "`{found}` không theo cách viết ngày của tệp này",
        "`{found}` does not follow the date format of this file",
    ),
    "PAR111.format.help": ("viết `{written}`", "write `{written}`"),
    "PAR112": (
        "dấu phẩy trong ngoặc cắt số `{figure}` thành hai",
        "the comma inside brackets cuts the figure `{figure}` in two",
    ),
    "PAR112.help": (
        'viết `"{figure}"`, hoặc viết mỗi khóa trên một dòng, không dùng ngoặc',
        'write `"{figure}"`, or write each key on a line of its own without brackets',
    ),
    "PAR113": ("không có bộ tiêu chí `{set}`", "there is no criteria set `{set}`"),
    "PAR113.local": (
        "không có bộ tiêu chí `{set}`, nhưng có tệp cùng tên ở thư mục này",
        "no criteria set `{set}`, but a file of that name is in this folder",
    ),
    "PAR113.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR113.help": (
        "chọn một bộ có sẵn ({known}), hoặc ghi đường dẫn tới tệp",
        "choose a shipped set ({known}), or give the path to a file",
    ),
    "PAR113.year": ("bộ tiêu chí `{set}` không có năm `{year}`", "the criteria set `{set}` has no year `{year}`"),
    "PAR113.no-year": ("chưa ghi năm của bộ tiêu chí `{set}`", "the year of the criteria set `{set}` is not given"),
    "PAR113.year.help": ("có sẵn: {years}", "there is: {years}"),
    "PAR114.criteria": ("tệp này không phải là bộ tiêu chí", "this file is no criteria set"),
    "PAR114.criteria.help": (
        "ghi `format: parrules/criteria@1` ở đầu tệp",
        "write `format: parrules/criteria@1` at its head",
    ),
    "PAR114.criteria.evidence.help": (
        "đặt tệp bộ tiêu chí trước, hồ sơ đánh giá sau",
        "name the criteria set first, the evidence record after it",
    ),
    "PAR114.evidence": ("tệp này không phải là hồ sơ đánh giá", "this file is no evidence record"),
    "PAR114.evidence.help": (
        "ghi `format: parrules/evidence@1` ở đầu tệp",
        "write `format: parrules/evidence@1` at its head",
    ),
    "PAR114.evidence.criteria.help": (
        "đây là một bộ tiêu chí; ghi bộ tiêu chí trước, hồ sơ đánh giá sau",
        "this is a criteria set; name the set first, the evidence record after it",
    ),
    "PAR115": (
        "chữ `{word}` dùng bảng mã cũ (TCVN3 hoặc VNI)",
        "the text `{word}` is in an old font encoding (TCVN3 or VNI)",
    ),
    "PAR115.help": ("chuyển cả tệp sang Unicode dựng sẵn", "convert the whole file to Unicode"),
    "PAR116": (
        "tệp có ký tự không nhìn thấy được ({character})",
        "the file holds a character that nobody can see ({character})",
    ),
    "PAR116.help": ("xóa ký tự này", "delete it"),
    # -- PAR2nn that need the whole set (the others stand in texts_language) -----------------------------------------
    "PAR204": ("quy tắc chưa có dòng `{otherwise}`", "the rule has no line `{otherwise}`"),
    "PAR204.case": ("quy tắc chưa có dòng cho trường hợp {case}", "no line of the rule covers this case: {case}"),
    "PAR204.help": (
        "thêm `{otherwise}: {nought}` hoặc mức cho trường hợp còn thiếu",
        "add `{otherwise}: {nought}`, or a line for what is not covered",
    ),
    "PAR209.guard": (
        "dòng `{when}` đứng sau dòng cộng, trừ điểm",
        "this line, `{when}`, stands after lines that add or deduct",
    ),
    "PAR209.guard.help": ("chuyển dòng này lên trước các dòng cộng, trừ", "move it above the lines that add or deduct"),
    "PAR209.nothing": ("quy tắc không có dòng nào cho điểm", "no line of the rule gives points"),
    "PAR209.nothing.help": (
        "thêm một dòng như `{when} …: …`, `{otherwise}: …`, `{start} …` hoặc `{award} …`",
        "add a line such as `{when} …: …`, `{otherwise}: …`, `{start} …` or `{award} …`",
    ),
    "PAR209.otherwise": (
        "dòng này đứng sau `{otherwise}` nên không bao giờ được dùng",
        "this line stands after `{otherwise}` and is never reached",
    ),
    "PAR209.otherwise.here": ("`{otherwise}` ở đây", "`{otherwise}` is here"),
    "PAR209.otherwise.help": (
        "chuyển dòng `{otherwise}` xuống cuối quy tắc",
        "move `{otherwise}` to the end of the rule",
    ),
    "PAR209.running": (
        "`{otherwise}` không đi cùng các dòng cộng, trừ điểm",
        "`{otherwise}` does not go with lines that add or deduct",
    ),
    "PAR209.running.here": ("dòng cộng, trừ đầu tiên ở đây", "the first of these lines is here"),
    "PAR209.running.help": (
        "xóa dòng `{otherwise}`; ghi điểm ban đầu bằng `{start} …`",
        "drop `{otherwise}`; say where points begin with `{start} …`",
    ),
    "PAR209.start": ("`{start}` đứng sau dòng cộng, trừ điểm", "`{start}` stands after lines that add or deduct"),
    "PAR209.start.help": ("chuyển dòng `{start}` lên trước các dòng đó", "move `{start}` above them"),
    "PAR209.parts": (
        "`{text}` chỉ dùng được ở mục có các mục thành phần",
        "`{text}` is only for a node that has parts",
    ),
    "PAR209.parts.help": (
        "chuyển quy tắc này lên nhóm, hoặc dùng số liệu của mục",
        "move the rule to the group, or use the evidence of this node",
    ),
    "PAR209.total-outcome": (
        "tổng điểm không thể giảm trừ hoặc phân bổ điểm tối đa",
        "the total itself cannot be not applicable or redistributed",
    ),
    "PAR209.total-outcome.help": (
        "ghi số điểm, hoặc chuyển dòng này vào quy tắc của một mục",
        "give points, or move the line to the rule of a node",
    ),
    "PAR209.zero": ("`{zero}` chỉ dùng được ở mục có các mục thành phần", "`{zero}` is only for a node that has parts"),
    "PAR209.zero.help": (
        "chuyển dòng này lên quy tắc của nhóm, hoặc viết `{when} …: {nought}`",
        "move it to the rule of the group, or write `{when} …: {nought}`",
    ),
    "PAR211.year": ("năm {year} không có `{date}`", "there is no `{date}` in {year}"),
    # -- PAR3nn: names -----------------------------------------------------------------------------------------------
    "PAR301": ("chưa khai báo số liệu `{name}`", "the value `{name}` is not declared"),
    "PAR301.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR301.known": (
        "dùng một số liệu đã khai báo ({known}), hoặc khai báo `{name}` dưới `evidence`",
        "use a declared value ({known}), or declare `{name}` under `evidence`",
    ),
    "PAR301.elsewhere": (
        'khai báo `{name}` ở mục {id} với `same_as: "{elsewhere}"`, vì mục {elsewhere} đã có số liệu này',
        'declare `{name}` in node {id} with `same_as: "{elsewhere}"`, where it is declared already',
    ),
    "PAR301.help": ("khai báo `{name}` dưới `evidence` của mục {id}", "declare `{name}` under `evidence` of node {id}"),
    "PAR301.total": (
        "quy tắc của tổng điểm không có số liệu `{name}`",
        "the rule of the total has no value `{name}`",
    ),
    "PAR301.total.help": (
        'dùng điểm của một mục, ví dụ `{points_of}("1")`, hoặc đặt tên bằng `{let} {name} = …`',
        'use the points of a node, such as `{points_of}("1")`, or name a value with `{let} {name} = …`',
    ),
    "PAR301.later": ("`{name}` được dùng trước khi đặt", "`{name}` is used before it is named"),
    "PAR301.later.help": ("chuyển dòng `{let} {name} = …` lên trên", "move `{let} {name} = …` above this line"),
    "PAR301.part-of": (
        "`part_of` nêu số liệu `{name}` chưa khai báo",
        "`part_of` names the value `{name}`, which is not declared",
    ),
    "PAR301.same-as": (
        "mục {id} không có số liệu `{name}` để dùng chung",
        "node {id} has no value `{name}` to share",
    ),
    "PAR301.same-as.help": (
        "khai báo `{name}` ở mục {id}, hoặc sửa `same_as`",
        "declare `{name}` in node {id}, or change `same_as`",
    ),
    "PAR302": ("không có mục `{id}`", "there is no node `{id}`"),
    "PAR302.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR302.help": ("kiểm tra lại mã mục", "check the id of the node"),
    "PAR302.part": (
        "`{id}` không phải là mục thành phần ở đây",
        "`{id}` is no part of this node",
    ),
    "PAR302.part.help": ("chỉ nêu mã các mục nằm trong mục này", "name only nodes below this one"),
    "PAR303": ("mục `{id}` được khai báo hai lần", "the node `{id}` is declared twice"),
    "PAR303.help": ("xóa hoặc đổi mã một trong hai mục", "delete one of them or give it another id"),
    "PAR304": ("các mục tính vòng qua nhau: {circle}", "nodes refer to each other in a circle: {circle}"),
    "PAR304.help": ("bỏ một tham chiếu trong vòng này", "take one reference out of the circle"),
    "PAR305": (
        "`{one}` và `{other}` được coi là cùng một tên",
        "`{one}` and `{other}` count as the same name",
    ),
    "PAR305.help": (
        "đổi một tên: chữ hoa, vị trí dấu thanh và i/y không phân biệt được hai tên",
        "rename one: letter case, the place of a tone mark and i/y do not tell names apart",
    ),
    "PAR306": ("không có hàm `{name}`", "there is no function `{name}`"),
    "PAR306.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR306.help": ("chọn một trong: {known}", "choose one of: {known}"),
    "PAR307": ("`{option}` không phải là phương án của `{name}`", "`{option}` is no option of `{name}`"),
    "PAR307.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR307.help": ("chọn một trong: {known}", "choose one of: {known}"),
    "PAR307.yes-no": (
        "`{name}` chỉ là `{yes}` hoặc `{no}`, đang so với `{option}`",
        "`{name}` is `{yes}` or `{no}`, and is compared with `{option}`",
    ),
    "PAR307.yes-no.help": (
        "viết `{name} {is_} {yes}` hoặc `{name} {is_} {no}`",
        "write `{name} {is_} {yes}` or `{name} {is_} {no}`",
    ),
    "PAR308": ("chưa khai báo văn bản `{id}`", "the document `{id}` is not declared"),
    "PAR308.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR308.help": (
        "khai báo `{id}` dưới `documents` ở đầu tệp",
        "declare `{id}` under `documents` at the head of the file",
    ),
    "PAR309": ("tên `{name}` đã được dùng", "the name `{name}` is taken"),
    "PAR309.word": (
        "tên `{name}` là một từ của ngôn ngữ quy tắc",
        "the name `{name}` is a word of the rule language",
    ),
    "PAR309.word.help": ("đổi tên, ví dụ `{written}`", "choose another name, such as `{written}`"),
    "PAR309.help": ("đặt tên khác ở dòng này", "choose another name on this line"),
    "PAR310": (
        "tên `{name}` dễ đọc lẫn với từ `có`, `không` của quy tắc",
        "the name `{name}` is easily read as the words `có`, `không` of a rule",
    ),
    "PAR310.help": (
        "đổi tên, bắt đầu bằng một danh từ, ví dụ `kế_hoạch_đã_ban_hành`",
        "rename it, beginning with a noun, such as `kế_hoạch_đã_ban_hành`",
    ),
    "PAR311": ("`{name}` được đặt tên nhưng không dùng đến", "`{name}` is named and never used"),
    "PAR311.help": ("xóa dòng này, hoặc dùng `{name}` ở một dòng khác", "delete the line, or use `{name}` in another"),
    # -- PAR4nn: kinds -----------------------------------------------------------------------------------------------
    "kind.count": ("số lượng", "a count"),
    "kind.ratio": ("tỷ lệ", "a ratio"),
    "kind.amount": ("số tiền", "an amount"),
    "kind.days": ("số ngày", "a number of days"),
    "kind.date": ("ngày", "a date"),
    "kind.yes-no": ("có/không", "a yes or no"),
    "kind.option": ("phương án", "an option"),
    "kind.text": ("chữ", "a text"),
    "kind.points": ("số điểm", "points"),
    "kind.answers": ("phiếu trả lời", "survey answers"),
    "kind.table": ("bảng số liệu", "a table"),
    "kind.number": ("con số", "a bare number"),
    "kind.condition": ("điều kiện", "a condition"),
    "kind.working-days": ("số ngày làm việc", "a number of working days"),
    "kind.phrase": ("đoạn chữ", "a quoted text"),
    "PAR401.plus": ("không cộng được {left} với {right}", "{left} and {right} cannot be added"),
    "PAR401.minus": ("không trừ được {right} khỏi {left}", "{right} cannot be taken from {left}"),
    "PAR401.times": ("không nhân được {left} với {right}", "{left} and {right} cannot be multiplied"),
    "PAR401.over": ("không chia được {left} cho {right}", "{left} cannot be divided by {right}"),
    "PAR401.arithmetic.help": (
        "kiểm tra lại tên số liệu, hoặc thêm đơn vị của con số (`{points_}`, `{days}`, `%`)",
        "check the names, or give the figure its unit (`{points_}`, `{days}`, `%`)",
    ),
    "PAR401.common": (
        "các phần của `{text}` khác loại nhau: {kinds}",
        "the parts of `{text}` are of different kinds: {kinds}",
    ),
    "PAR401.common.help": ("đưa các phần về cùng một loại", "make them all of one kind"),
    "PAR401.compare": ("không so sánh được {left} với {right}", "{left} cannot be compared with {right}"),
    "PAR401.compare.help": ("so sánh với một giá trị cùng loại", "compare it with something of its own kind"),
    "PAR401.date": ("so sánh ngày với số", "a date is compared with a number"),
    "PAR401.date.help": ("so sánh với một ngày, ví dụ `{date}`", "compare it with a date, such as `{date}`"),
    "PAR401.no-date": ("ở đây cần một ngày, `{text}` là {kind}", "a date is wanted here, `{text}` is {kind}"),
    "PAR401.days": ("`{text}` chưa có đơn vị ngày", "`{text}` lacks its unit, days"),
    "PAR401.days.help": ("viết `{figure}`", "write `{figure}`"),
    "PAR401.no-days": (
        "ở đây cần một số ngày, `{text}` là {kind}",
        "a number of days is wanted here, `{text}` is {kind}",
    ),
    "PAR401.no-days.help": ("viết số ngày, ví dụ `{figure}`", "write a number of days, such as `{figure}`"),
    "PAR401.digits": ("`{text}` chỉ dùng khi làm tròn", "`{text}` is only for rounding"),
    "PAR401.digits.help": (
        "viết `{round_}(…{sep} {text})`, hoặc bỏ chữ sau con số",
        "write `{round_}(…{sep} {text})`, or drop the word after the figure",
    ),
    "PAR401.is": (
        "`{is_}` không dùng được với `{text}`, vì đây là {kind}",
        "`{is_}` does not go with `{text}`, which is {kind}",
    ),
    "PAR401.is.help": (
        "so sánh bằng `=`, `{from_} … {up}`, `{under} …`; chỉ dùng `{is_}` với phương án, có/không và chữ",
        "compare with `=`, `{from_} … {up}`, `{under} …`; `{is_}` is for options, yes or no, and texts",
    ),
    "PAR401.option": (
        "phương án, có/không và chữ không so được bằng dấu so sánh",
        "an option, a yes or no, or a text is not compared by a sign",
    ),
    "PAR401.option.help": ('viết `… {is_} "…"`', 'write `… {is_} "…"`'),
    "PAR401.state": (
        "câu hỏi như `{missing}`, `{none}` không dùng được với `{text}`",
        "a question such as `{missing}`, `{none}` does not go with `{text}`",
    ),
    "PAR401.state.help": ("viết tên một số liệu đã khai báo", "write the name of a declared value"),
    "PAR401.negative": ("dấu trừ không dùng được với {kind}", "{kind} cannot be made negative"),
    "PAR401.negative.help": (
        "bỏ dấu trừ, hoặc viết phép trừ giữa hai giá trị",
        "drop the sign, or take one value from another",
    ),
    "PAR401.occurrences": (
        "sau `{per}` cần một số lượng, `{text}` là {kind}",
        "a count is wanted after `{per}`, `{text}` is {kind}",
    ),
    "PAR401.occurrences.help": (
        "dùng một số lượng, hoặc viết phép nhân `… × {text}`",
        "use a count, or multiply: `… × {text}`",
    ),
    "PAR401.step": ("bậc sau `{full}` phải là một số lớn hơn 0", "the step after `{full}` must be a figure above 0"),
    "PAR401.step.help": (
        "viết bậc cùng loại với số liệu, ví dụ `{full} 1% {of} …`, `{full} 5 {days} {of} …`",
        "write a step of the kind of the value, such as `{full} 1% {of} …`, `{full} 5 {days} {of} …`",
    ),
    "PAR401.text": ("đoạn chữ `{text}` không tính toán được ở đây", "the text `{text}` cannot be counted with here"),
    "PAR401.text.help": (
        'viết `… {is_} "…"` để so với phương án; đặt nhãn ở cuối dòng',
        'write `… {is_} "…"` to compare with an option; put a label at the end of the line',
    ),
    "PAR401.part-of": (
        "`{name}` khác loại với `{other}` mà nó là một phần",
        "`{name}` is not of the kind of `{other}`, whose part it is",
    ),
    "PAR401.part-of.help": ("ghi cùng một `kind` cho hai số liệu", "give both the same `kind`"),
    "PAR401.same-as": (
        "`{name}` khác loại với `{name}` của mục {id}",
        "`{name}` is not of the kind that node {id} declares",
    ),
    "PAR401.same-as.help": ("ghi `kind` giống như ở mục {id}", "write the same `kind` as in node {id}"),
    "PAR402": (
        "`{name}` là tỷ lệ, đang so với số {figure}",
        "`{name}` is a ratio and is compared with the number {figure}",
    ),
    "PAR402.help": ("viết `{figure}%`", "write `{figure}%`"),
    "PAR403": ("ở đây cần một điều kiện, `{text}` là {kind}", "a condition is wanted here, `{text}` is {kind}"),
    "PAR403.help": (
        "thêm phép so sánh, ví dụ `{from_} … {up}`, `= …`, `{is_} …`",
        "compare it with something: `{from_} … {up}`, `= …`, `{is_} …`",
    ),
    "PAR404": ("ở đây cần số điểm, `{text}` là {kind}", "points are wanted here, `{text}` is {kind}"),
    "PAR404.help": (
        "viết số điểm, ví dụ `{half}`, hoặc nhân với số điểm",
        "write points, such as `{half}`, or multiply by points",
    ),
    "PAR404.ratio.help": (
        "nhân với số điểm, ví dụ `{factor} × {maximum_}`",
        "multiply by points, such as `{factor} × {maximum_}`",
    ),
    "PAR405.count": (
        "`{name}` cần {wanted} giá trị trong ngoặc, đang có {given}",
        "`{name}` takes {wanted} values in its parentheses, there are {given}",
    ),
    "PAR405.count.help": ("ngăn các giá trị bằng `{sep}`", "put `{sep}` between values"),
    "PAR405.node": (
        "ở đây cần mã mục trong dấu ngoặc kép, không phải `{text}`",
        "the id of a node in quotes is wanted here, not `{text}`",
    ),
    "PAR405.node.help": ('viết `"{text}"`', 'write `"{text}"`'),
    "PAR405.round": (
        "`{name}` cần một số và số chữ số từ 0 đến 10",
        "`{name}` takes a figure and from 0 to 10 digits",
    ),
    "PAR405.round.help": ("viết như `{name}(…{sep} 2)`", "write it like `{name}(…{sep} 2)`"),
    "PAR405.step": (
        "`{name}` cần một số và bậc làm tròn lớn hơn 0",
        "`{name}` takes a figure and a step above 0",
    ),
    "PAR405.step.help": ("viết như `{name}(…{sep} {quarter})`", "write it like `{name}(…{sep} {quarter})`"),
    # -- PAR5nn: soundness -------------------------------------------------------------------------------------------
    "PAR501": (
        "tổng điểm tối đa các phần ({parts}) là {sum}, điểm tối đa ghi là {stated}",
        "the maxima of the parts ({parts}) add up to {sum}, the maximum stated is {stated}",
    ),
    "PAR501.help": (
        "sửa một phần, hoặc ghi nhận sai sót của văn bản dưới `stated`",
        "change one of them, or acknowledge the slip of the source under `stated`",
    ),
    "PAR501.weights": (
        "trọng số các phần cộng lại là {sum}, không phải 100%",
        "the weights of the parts add up to {sum}, not 100%",
    ),
    "PAR501.weights.help": ("sửa `weight` của các phần", "change `weight` of the parts"),
    "PAR501.negative": ("điểm tối đa nhỏ hơn 0", "the maximum is below 0"),
    "PAR501.negative.help": (
        "ghi `minimum` cho mục điểm trừ, bỏ `maximum`",
        "give a deduction its `minimum`, and drop `maximum`",
    ),
    "PAR502": ("mẫu số `{denominator}` có thể bằng 0", "the denominator `{denominator}` can be 0"),
    "PAR502.help": (
        "thêm dòng `{when} {denominator} = 0: …` ở trên, hoặc ghi `from: 1` nếu không bao giờ bằng 0",
        "put a line `{when} {denominator} = 0: …` above, or declare `from: 1` where it never is",
    ),
    "PAR502.zero": ("`{text}` chia cho 0", "`{text}` divides by 0"),
    "PAR502.zero.help": ("sửa mẫu số", "change the denominator"),
    "PAR503": ("`{name}` {gap} chưa có mức điểm", "no line gives points for `{name}` {gap}"),
    "PAR503.help": (
        "thêm dòng cho khoảng này, hoặc sửa ngưỡng của mức liền kề",
        "add a line for it, or change the bound of the band beside it",
    ),
    "PAR503.under.help": ("đổi `{to} {mark}` thành `{to_under} {next}`", "change `{to} {mark}` to `{to_under} {next}`"),
    "PAR503.meet.help": (
        "cho {mark} vào một trong hai mức, ví dụ `{from_} {mark}`",
        "put {mark} in one of the two bands, such as `{from_} {mark}`",
    ),
    "PAR504": (
        "mức này không bao giờ được dùng vì các dòng trên đã bao gồm",
        "this line is never reached: those above cover all of it",
    ),
    "PAR504.here": ("dòng đã bao gồm", "the line that covers it"),
    "PAR504.help": ("đổi thứ tự các dòng, hoặc sửa ngưỡng", "change the order of the lines, or a bound"),
    "PAR504.never": (
        "điều kiện của dòng này không bao giờ đúng",
        "the condition of this line is never true",
    ),
    "PAR504.never.help": (
        "sửa ngưỡng, hoặc khoảng `from`, `to` đã khai báo cho số liệu",
        "change the bound, or the range `from`, `to` declared for the value",
    ),
    "PAR505": (
        "dòng này cho {points} điểm, vượt điểm tối đa {maximum}",
        "this line gives {points} points, above the maximum of {maximum}",
    ),
    "PAR505.help": ("sửa số điểm, hoặc `maximum` của mục", "change the points, or `maximum` of the node"),
    "PAR506": ("{figure} thuộc cả hai mức", "{figure} is in both bands"),
    "PAR506.here": ("mức kia ở đây, và được áp dụng", "the other band is here, and applies"),
    "PAR506.help": (
        "viết `{to_under} {mark}` ở một mức, hoặc `{above} {mark}` ở mức kia",
        "write `{to_under} {mark}` in one band, or `{above} {mark}` in the other",
    ),
    "PAR507": (
        "số liệu `{name}` được khai báo nhưng không quy tắc nào dùng",
        "the value `{name}` is declared and no rule reads it",
    ),
    "PAR507.help": (
        "xóa số liệu này, hoặc dùng nó trong quy tắc",
        "delete it, or use it in the rule",
    ),
    "PAR507.no-rule.help": (
        "viết `rule` cho mục này, hoặc xóa số liệu",
        "write a `rule` for the node, or delete the value",
    ),
    "PAR508": ("mục {id} chưa có căn cứ", "node {id} cites no source"),
    "PAR508.total": ("quy tắc của tổng điểm chưa có căn cứ", "the rule of the total cites no source"),
    "PAR508.help": ("ghi `cite` với văn bản, phụ lục, trang", "write `cite` with document, annex and page"),
    "PAR509": (
        "quy tắc chỉ trừ điểm mà chưa ghi tính từ bao nhiêu",
        "the rule only deducts and does not say from what",
    ),
    "PAR509.help": (
        "thêm dòng `{start} {maximum_}`, hoặc ghi `role: deduction` nếu là mục điểm trừ",
        "add `{start} {maximum_}`, or write `role: deduction` where it is one",
    ),
    "PAR510": (
        "dòng này không khớp với `treatment: {treatment}` đã ghi",
        "this line disagrees with `treatment: {treatment}`",
    ),
    "PAR510.help": (
        "xóa `treatment` để dòng này quyết định, hoặc sửa cho khớp",
        "drop `treatment` and let the line decide, or make them agree",
    ),
    "PAR510.to": (
        "mục {id} phân bổ điểm tối đa mà chưa ghi cho mục nào",
        "node {id} redistributes its maximum and does not say to which nodes",
    ),
    "PAR510.to.help": (
        'ghi các mục nhận, ví dụ `not_applicable: {to: ["1.2"]}`',
        'name the receivers, such as `not_applicable: {to: ["1.2"]}`',
    ),
    "PAR511": (
        "dòng này cho {points} điểm, thấp hơn điểm thấp nhất {minimum}",
        "this line gives {points} points, below the minimum of {minimum}",
    ),
    "PAR511.help": ("sửa số điểm, hoặc ghi `minimum` của mục", "change the points, or give the node its `minimum`"),
    "PAR511.deduction": (
        "mục điểm trừ {id} chưa ghi điểm thấp nhất",
        "the deduction {id} does not state its minimum",
    ),
    "PAR511.deduction.help": (
        "ghi số điểm trừ nhiều nhất, ví dụ `minimum: -2`",
        "state the most it takes, such as `minimum: -2`",
    ),
    # How a case or a range is named in the findings above
    "cover.case": ("`{name}` {range}", "`{name}` {range}"),
    "cover.option": ("`{name}` là {options}", "`{name}` is {options}"),
    "cover.quoted": ("`{option}`", "`{option}`"),
    "cover.truth": ("`{name}` là {truth}", "`{name}` is {truth}"),
    "cover.less": ("`{left}` nhỏ hơn `{right}`", "`{left}` is less than `{right}`"),
    "cover.not-less": ("`{left}` không nhỏ hơn `{right}`", "`{left}` is not less than `{right}`"),
    "cover.same": ("`{left}` bằng `{right}`", "`{left}` equals `{right}`"),
    "cover.more": ("`{left}` lớn hơn `{right}`", "`{left}` is more than `{right}`"),
    "cover.not-more": ("`{left}` không lớn hơn `{right}`", "`{left}` is not more than `{right}`"),
    "cover.earlier": ("`{left}` trước `{right}`", "`{left}` is before `{right}`"),
    "cover.not-earlier": ("`{left}` không trước `{right}`", "`{left}` is not before `{right}`"),
    "cover.later": ("`{left}` sau `{right}`", "`{left}` is after `{right}`"),
    "cover.not-later": ("`{left}` không sau `{right}`", "`{left}` is not after `{right}`"),
    "cover.holds": ("thỏa mãn `{text}`", "`{text}` holds"),
    "cover.fails": ("không thỏa mãn `{text}`", "`{text}` does not hold"),
    "range.at": ("bằng {value}", "at {value}"),
    "range.any": ("ở mọi giá trị", "at any value"),
    "range.on": ("ngày {value}", "on {value}"),
    "range.days": ("từ ngày {low} đến ngày {high}", "from {low} to {high}"),
    "range.since": ("từ ngày {low} trở đi", "from {low} on"),
    "range.until": ("đến hết ngày {high}", "up to {high}"),
    # -- PAR6nn: evidence --------------------------------------------------------------------------------------------
    "PAR601": ("mục {id} không có số liệu `{name}`", "node {id} has no value `{name}`"),
    "PAR601.help": ("chọn một trong: {known}", "choose one of: {known}"),
    "PAR601.none.help": (
        "xóa dòng này, vì mục {id} không cần số liệu nào",
        "delete the line: node {id} asks for no values",
    ),
    "PAR601.node": ("bộ tiêu chí `{set}` không có mục `{id}`", "the criteria set `{set}` has no node `{id}`"),
    "PAR601.node.help": ("kiểm tra lại mã mục", "check the id of the node"),
    "PAR602": ("chưa có số liệu `{title}` của mục {id}", "the value `{title}` of node {id} is missing"),
    "PAR602.help": (
        "bổ sung, hoặc ghi `không có`, `{not-arising: lý do}`",
        "supply it, or write `none`, `{not-arising: reason}`",
    ),
    "PAR602.pending": (
        "số liệu `{title}` của mục {id} còn chờ bên khác ghi",
        "the value `{title}` of node {id} awaits somebody else's entry",
    ),
    "PAR603": ("`{name}` cần một số, không phải `{found}`", "`{name}` takes a figure, not `{found}`"),
    "PAR603.help": (
        "viết số liền nhau, ví dụ `12`, `8,5` (vi) hoặc `8.5` (en)",
        "write a figure in one piece, such as `12`, `8.5` (en) or `8,5` (vi)",
    ),
    "PAR603.date": ("`{name}` cần một ngày, không phải `{found}`", "`{name}` takes a date, not `{found}`"),
    "PAR603.date.help": (
        "viết như `{example}`, hoặc `{none}` nếu việc này không có",
        "write it like `{example}`, or `{none}` where there was none",
    ),
    "PAR603.empty": ("số liệu `{name}` còn trống", "the value `{name}` is empty"),
    "PAR603.empty.help": (
        "ghi số liệu, hoặc xóa dòng này nếu chưa có",
        "give the value, or delete the line until there is one",
    ),
    "PAR603.option": ("`{found}` không phải là phương án của `{name}`", "`{found}` is no option of `{name}`"),
    "PAR603.option.help": ("chọn một trong: {known}", "choose one of: {known}"),
    "PAR603.percent": (
        "`{name}` không phải là tỷ lệ, đang ghi `{found}`",
        "`{name}` is no ratio, and stands as `{found}`",
    ),
    "PAR603.percent.help": ("viết con số, không có dấu `%`", "write the figure without `%`"),
    "PAR603.ratio": (
        "`{name}` là tỷ lệ, đang ghi số `{found}`",
        "`{name}` is a ratio, and stands as the number `{found}`",
    ),
    "PAR603.ratio.help": ("viết `{found}%`", "write `{found}%`"),
    "PAR603.yes-no": (
        "`{name}` cần `có` hoặc `không`, đang ghi `{found}`",
        "`{name}` takes `yes` or `no`, and stands as `{found}`",
    ),
    "PAR603.yes-no.help": (
        "viết `có` hoặc `không` (tệp tiếng Anh: `yes`, `no`)",
        "write `yes` or `no` (in Vietnamese files: `có`, `không`)",
    ),
    "PAR604.low": (
        "`{name}` là {found}, nhỏ hơn mức thấp nhất {limit}",
        "`{name}` is {found}, below the least, {limit}",
    ),
    "PAR604.high": (
        "`{name}` là {found}, lớn hơn mức cao nhất {limit}",
        "`{name}` is {found}, above the most, {limit}",
    ),
    "PAR604.scale": (
        "`{name}` là {found}, có quá {limit} chữ số thập phân",
        "`{name}` is {found}, with more than {limit} decimals",
    ),
    "PAR604.scale.help": (
        "ghi không quá {limit} chữ số thập phân",
        "write no more than {limit} decimals",
    ),
    "PAR604.date": (
        "`{name}` là {found}, ngoài thời gian cho phép ({range})",
        "`{name}` is {found}, outside the time allowed ({range})",
    ),
    "PAR604.help": ("kiểm tra lại số liệu này với tài liệu kiểm chứng", "check the value against its document"),
    "PAR604.none": ("`{name}` là số lượng nên không nhận `{found}`", "`{name}` is a count and cannot be `{found}`"),
    "PAR604.none.help": ("ghi 0", "write 0"),
    "PAR604.whole": ("`{name}` là số lượng, đang ghi `{found}`", "`{name}` is a count, and stands as `{found}`"),
    "PAR604.whole.help": ("ghi một số nguyên", "write a whole number"),
    "PAR604.part": (
        "`{name}` là {part_figure}, lớn hơn `{whole}` là {whole_figure}",
        "`{name}` is {part_figure}, more than `{whole}`, which is {whole_figure}",
    ),
    "PAR604.part.here": ("số liệu tổng ở đây", "the whole is here"),
    "PAR604.part.help": (
        "kiểm tra lại hai số liệu, phần không thể lớn hơn tổng",
        "check both: a part is never more than its whole",
    ),
    "PAR604.range": (
        "khoảng khai báo cho `{name}` có `from` lớn hơn `to`",
        "the range declared for `{name}` has `from` above `to`",
    ),
    "PAR604.range.help": ("đổi chỗ hoặc sửa `from`, `to`", "swap or change `from` and `to`"),
    "PAR605": (
        "điểm tự chấm {points} vượt điểm tối đa {maximum}",
        "the claim of {points} is above the maximum of {maximum}",
    ),
    "PAR605.low": (
        "điểm tự chấm {points} thấp hơn điểm thấp nhất {minimum}",
        "the claim of {points} is below the minimum of {minimum}",
    ),
    "PAR605.deduction": (
        "mục điểm trừ {id} có điểm tự chấm {points}, lớn hơn 0",
        "the deduction {id} has a claim of {points}, above 0",
    ),
    "PAR605.help": ("sửa `claimed` của mục {id}", "change `claimed` of node {id}"),
    "PAR606": (
        "hồ sơ này ghi bộ tiêu chí `{found}`, đang dùng với `{wanted}`",
        "this record is for `{found}`, and is used with `{wanted}`",
    ),
    "PAR606.help": (
        "chọn bộ tiêu chí `{found}`, hoặc sửa `set`, `year` của hồ sơ",
        "use the criteria set `{found}`, or change `set` and `year` of the record",
    ),
    "PAR607": (
        "bộ tiêu chí không dành cho đơn vị loại `{found}`",
        "the criteria set is not for units of the kind `{found}`",
    ),
    "PAR607.help": (
        "sửa `kind` thành {wanted}, hoặc chọn bộ tiêu chí khác",
        "change `kind` to {wanted}, or use another criteria set",
    ),
    "PAR607.profile": ("bộ tiêu chí không có diện áp dụng `{found}`", "the criteria set has no profile `{found}`"),
    "PAR607.profile.help": ("chọn một trong: {wanted}", "choose one of: {wanted}"),
    "PAR607.no-profiles.help": (
        "xóa `profiles`, vì bộ tiêu chí không chia diện áp dụng",
        "drop `profiles`: the set has none",
    ),
    "PAR608": ("mục {id} không thỏa mãn yêu cầu: {label}", "node {id} does not meet a requirement: {label}"),
    "PAR608.help": ("kiểm tra lại số liệu của mục {id}", "check the values of node {id}"),
    "PAR609": ("số liệu `{name}` chưa có lý do", "the value `{name}` comes without a reason"),
    "PAR609.help": ("ghi `{value: …, reason: …}`", "write `{value: …, reason: …}`"),
    "PAR609.points": ("điểm ghi cho mục {id} chưa có lý do", "the points entered for node {id} come without a reason"),
    "PAR609.points.help": ("ghi `reason: …` dưới `points`", "write `reason: …` beside `points`"),
    "PAR609.claim": (
        "đề nghị không áp dụng mục {id} chưa có lý do",
        "the claim that node {id} does not apply comes without a reason",
    ),
    "PAR609.claim.help": ("ghi `reason: …` dưới `not_applicable`", "write `reason: …` under `not_applicable`"),
    "PAR610": (
        "số liệu `{name}` có hai giá trị trong cùng một lần chấm",
        "the value `{name}` has two figures at one stage",
    ),
    "PAR610.here": ("giá trị kia ở đây", "the other is here"),
    "PAR610.help": ("giữ một giá trị, ghi ở mục {id}", "keep one of them, in node {id}"),
    "PAR611": (
        "điểm ghi cho mục {id} là {points}, vượt điểm tối đa {maximum}",
        "the points entered for node {id} are {points}, above the maximum of {maximum}",
    ),
    "PAR611.low": (
        "điểm ghi cho mục {id} là {points}, thấp hơn điểm thấp nhất {minimum}",
        "the points entered for node {id} are {points}, below the minimum of {minimum}",
    ),
    "PAR611.deduction": (
        "điểm ghi cho mục điểm trừ {id} là {points}, lớn hơn 0",
        "the points entered for the deduction {id} are {points}, above 0",
    ),
    "PAR611.help": ("sửa `points` của mục {id}", "change `points` of node {id}"),
    "PAR612": (
        "danh mục tài liệu kiểm chứng không có `{id}`",
        "the register of documents has no `{id}`",
    ),
    "PAR612.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR612.help": (
        "khai báo `{id}` dưới `documents` ở đầu hồ sơ",
        "declare `{id}` under `documents` at the head of the record",
    ),
    "PAR612.shows": (
        "`shows` nêu `{name}`, mục {id} không có số liệu này",
        "`shows` names `{name}`, which node {id} does not have",
    ),
    "PAR612.shows.help": (
        "ghi tên số liệu của mục {id}, hoặc xóa `shows`",
        "name a value of node {id}, or drop `shows`",
    ),
    "PAR613": (
        "số liệu `{name}` không do đơn vị tự ghi khi tự chấm",
        "the value `{name}` is not for the unit to enter",
    ),
    "PAR613.help": (
        "chuyển số liệu này sang lần thẩm định",
        "move it to a stage of appraisal",
    ),
    "PAR613.claim": ("mục {id} không tự chấm nhưng có điểm tự chấm", "node {id} is not self-scored, and has a claim"),
    "PAR613.claim.help": ("xóa `claimed`", "drop `claimed`"),
    "PAR614": ("mục {id} không cho phép đề nghị không áp dụng", "node {id} may not be claimed as not applicable"),
    "PAR614.help": (
        "xóa `not_applicable` và ghi số liệu của mục",
        "drop `not_applicable` and give the values of the node",
    ),
    "PAR615.within": (
        "{name}: tính được {computed}, số công bố {published}, chênh {difference}, "
        "trong phạm vi làm tròn (tối đa {bound})",
        "{name}: computed {computed}, announced {published}, {difference} apart, within rounding (at most {bound})",
    ),
    "PAR615.beyond": (
        "{name}: tính được {computed}, số công bố {published}, chênh {difference}, quá mức làm tròn (tối đa {bound})",
        "{name}: computed {computed}, announced {published}, {difference} apart, beyond rounding (at most {bound})",
    ),
    # -- PAR7nn: scoring ---------------------------------------------------------------------------------------------
    "PAR701": ("mẫu số `{denominator}` của mục {id} bằng 0", "the denominator `{denominator}` of node {id} is 0"),
    "PAR701.help": (
        "kiểm tra lại số liệu, hoặc thêm dòng `nếu {denominator} = 0: …` vào quy tắc",
        "check the value, or give the rule a line `when {denominator} = 0: …`",
    ),
    "PAR702": ("số trong phép tính của mục {id} quá lớn", "a figure in the working of node {id} is too large"),
    "PAR703": (
        "mục {id} tính ra {points} điểm, ngoài khoảng từ {minimum} đến {maximum}",
        "node {id} comes out at {points} points, outside the range from {minimum} to {maximum}",
    ),
    "PAR703.help": (
        "thêm mức sàn, mức trần vào quy tắc, hoặc kiểm tra lại số liệu",
        "give the rule a floor or a cap, or check the values",
    ),
    "PAR704": (
        "mục {id} tính toán với số liệu `{name}` đã khai là {state}",
        "node {id} counts with the value `{name}`, which is declared as {state}",
    ),
    "PAR704.node": (
        "mục {id} tính theo điểm của mục {other}, mà mục đó không được chấm",
        "node {id} counts with the points of node {other}, which is not scored",
    ),
    "PAR704.node.help": (
        "thêm dòng `{written}` vào quy tắc cho trường hợp này",
        "give the rule a line `{written}` for this case",
    ),
    "PAR704.help": (
        "thêm dòng cho trường hợp này vào quy tắc, hoặc ghi số liệu",
        "give the rule a line for this case, or supply the value",
    ),
    "PAR705": ("không dòng nào trong quy tắc của mục {id} áp dụng được", "no line of the rule of node {id} applies"),
    "PAR705.help": ("thêm dòng `còn lại: …` vào quy tắc", "give the rule an `otherwise: …` line"),
    "PAR706": ("mục {id} cộng vào ngày một số ngày không nguyên", "node {id} adds a part of a day to a date"),
    "PAR707.reading": ("bộ tiêu chí không có cách hiểu `{found}`", "the criteria set has no reading `{found}`"),
    "PAR707.stage": ("hồ sơ chưa có lần chấm `{found}`", "the record has no stage `{found}`"),
    "PAR707.node": ("bảng điểm không có mục `{found}`", "the score sheet has no node `{found}`"),
    "PAR707.node.help": (
        "các mục cấp trên cùng của {known}: {ids}; bảng điểm (`parrules score`) liệt kê mọi mã",
        "the nodes at the top of {known}: {ids}; the table of `parrules score` lists every id",
    ),
    "PAR707.near": ("có phải là `{near}`?", "did you mean `{near}`?"),
    "PAR707.help": ("có: {known}", "there is: {known}"),
    "PAR708": ("số lần `{name}` của mục {id} nhỏ hơn 0", "the number of times `{name}` of node {id} is below 0"),
    "PAR708.help": (
        "kiểm tra lại số liệu, hoặc chặn dưới bằng `lớn_nhất(0; …)`",
        "check the values, or keep it from falling below 0 with `max(0, …)`",
    ),
    # -- PAR9nn: ours ------------------------------------------------------------------------------------------------
    "PAR902": (
        "phần mềm gặp lỗi, không phải do tệp dữ liệu ({error})",
        "the program failed, and your files are not to blame ({error})",
    ),
    "PAR902.help": ("gửi mã này cho bộ phận hỗ trợ: {error}", "send this to those who maintain it: {error}"),
}
