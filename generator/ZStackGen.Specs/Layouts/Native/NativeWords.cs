using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>The fixed phrases of the page format.</summary>
internal enum OwnFormatMarker
{
    None,
    Synchronous,
    Asynchronous,
    NoSession,
    QueryApi,
    NoWrapper,
    EmptyWrapper,
    Wrapper,
    EmptyResponse,
    Since,
    Extends,
    Category,
    Language,
    Chinese,
}

/// <summary>Recognizes and applies the fixed phrases of the page format (specs/README.md).</summary>
internal static class NativeWords
{
    /// <summary>The maximum length of a line with phrases, except for names. A longer line is a description.</summary>
    private const int LongestPhrases = 200;

    private static readonly (string Text, OwnFormatMarker Marker)[] s_fixed =
    [
        ("Synchronous", OwnFormatMarker.Synchronous), ("Asynchronous", OwnFormatMarker.Asynchronous), ("No session required", OwnFormatMarker.NoSession),
        ("Query API", OwnFormatMarker.QueryApi), ("No wrapper", OwnFormatMarker.NoWrapper), ("Empty wrapper", OwnFormatMarker.EmptyWrapper),
        ("The response is empty", OwnFormatMarker.EmptyResponse), ("Asynchronous API", OwnFormatMarker.Asynchronous), ("Synchronous API", OwnFormatMarker.Synchronous),
        ("This API is asynchronous", OwnFormatMarker.Asynchronous), ("This API is synchronous", OwnFormatMarker.Synchronous),
        ("This is an asynchronous API", OwnFormatMarker.Asynchronous), ("This is a synchronous API", OwnFormatMarker.Synchronous),
        ("No authentication required", OwnFormatMarker.NoSession), ("No login required", OwnFormatMarker.NoSession),
        ("异步接口", OwnFormatMarker.Asynchronous), ("同步接口", OwnFormatMarker.Synchronous), ("无需登录", OwnFormatMarker.NoSession),
    ];

    private static readonly (string Text, OwnFormatMarker Marker)[] s_openings =
    [
        ("Since ", OwnFormatMarker.Since), ("Since: ", OwnFormatMarker.Since), ("Available since ", OwnFormatMarker.Since), ("Available in ", OwnFormatMarker.Since), ("Added in ", OwnFormatMarker.Since),
        ("Introduced in ", OwnFormatMarker.Since), ("New in ", OwnFormatMarker.Since), ("Version: ", OwnFormatMarker.Since), ("Version ", OwnFormatMarker.Since),
        ("Extends ", OwnFormatMarker.Extends), ("Extends: ", OwnFormatMarker.Extends), ("Category: ", OwnFormatMarker.Category),
        ("Language: ", OwnFormatMarker.Language), ("Wrapper: ", OwnFormatMarker.Wrapper), ("Chinese: ", OwnFormatMarker.Chinese),
    ];

    private static readonly string[] s_nothing = ["Empty", "No content", "No fields", "No response", "Nothing", "Void", "空", "无返回", "无返回值"];

    private static readonly string[] s_parameters =
        ["Parameters", "Request parameters", "Parameter list", "Request fields", "Arguments", "Required parameters", "Optional parameters", "Input", "Input parameters", "API parameters", "List of parameters", "参数", "参数列表", "请求参数", "参数说明", "请求参数说明", "输入参数", "入参", "必选参数", "必填参数", "可选参数"];

    private static readonly string[] s_optional = ["Optional", "Optional parameters", "Optional arguments", "Optional fields", "可选", "可选参数"];

    private static readonly string[] s_response =
    [
        "Response", "Result", "Results", "Returns", "Output", "API response", "Response fields", "Response parameters", "Response body", "Response data", "Response payload",
        "Response schema", "Response structure", "Response format", "Successful response", "Returned fields", "Output parameters", "Return value", "Return values", "Response (200 OK)", "200 OK",
        "返回", "响应", "返回值", "返回结果", "返回参数", "响应参数", "返回字段", "API返回", "响应结果", "返回参数说明", "响应参数说明", "响应体", "出参", "输出参数",
    ];

    private static readonly string[] s_systemTags = ["System tags", "系统标签"];

    private static readonly string[] s_notes = ["Notes", "Note", "Remarks", "Remark", "备注", "注意", "说明"];

    private static readonly string[] s_references = ["See also", "Used by", "Used in", "Related APIs", "Related types", "Related pages", "Related", "References", "参见", "另请参阅", "相关接口", "相关API"];

    private static readonly string[] s_deprecations = ["Deprecation", "Deprecation notice", "Deprecation warning", "弃用说明", "废弃说明"];

    private static readonly string[] s_examples = ["Example", "Examples", "Sample", "Samples", "示例", "样例"];

    public static bool IsParameters(string heading) => Is(heading, s_parameters);

    /// <summary>Determines whether a line says that the response has no fields: <c>None.</c></summary>
    public static bool IsNothing(ReadOnlySpan<char> line)
    {
        if (line.Length > 24)
            return false;
        string words = CellText.Plain(line).TrimEnd('.', '。', ' ').Trim('_', '(', ')', ' ');
        return Is(words, s_nothing) || ValueNotation.IsNothing(words);
    }

    /// <summary>Determines whether the rows below a heading are optional parameters.</summary>
    public static bool IsOptional(string heading) => Is(heading, s_optional);

    public static bool IsResponse(string heading) => Is(heading, s_response);

    public static bool IsSystemTags(string heading) => Is(heading, s_systemTags);

    public static bool IsNotes(string heading) => Is(heading, s_notes);

    public static bool IsExample(string heading) => Is(heading, s_examples);

    /// <summary>Determines whether a heading states that the API is deprecated: <c>Deprecated since 4.0.0</c>, <c>Deprecation notice</c>.</summary>
    public static bool IsDeprecation(string heading) => Is(heading, s_deprecations) || !Lifetime.Of(heading).IsCurrent;

    /// <summary>Determines whether a heading has a meaning in the page format.</summary>
    public static bool IsSection(string heading) =>
        IsParameters(heading) || IsResponse(heading) || IsSystemTags(heading) || IsNotes(heading) || IsExample(heading);

    /// <summary>Determines whether a line consists of three or more equal marks, so that it is a ruler: <c>---</c>, <c>* * *</c>.</summary>
    public static bool IsRuler(ReadOnlySpan<char> line)
    {
        int count = 0;
        foreach (char c in line)
        {
            if (c != line[0] && c != ' ')
                return false;
            count += c == ' ' ? 0 : 1;
        }

        return count > 2 && line[0] is '-' or '*' or '_' or '=';
    }

    /// <summary>Returns the marker of a line and its value. The period, case and emphasis do not matter; a backslash before the period does.</summary>
    public static OwnFormatMarker Marker(ReadOnlySpan<char> line, out string value)
    {
        value = "";
        if (line.StartsWith("Extends [".AsSpan(), StringComparison.Ordinal) && line[line.Length - 1] == ')')
        {
            // A link is unambiguous, so its period may be missing.
            value = CellText.Plain(line.Slice("Extends ".Length));
            return Characters.IsName(value.AsSpan()) ? OwnFormatMarker.Extends : OwnFormatMarker.None;
        }

        line = WithoutEmphasis(WithoutBreak(line));
        if (line.Length < 4)
            return OwnFormatMarker.None;
        bool hasPeriod = line[line.Length - 1] is '.' or '。';
        if (hasPeriod && line[line.Length - 2] == '\\')
            return OwnFormatMarker.None;
        if (hasPeriod)
            line = line.Slice(0, line.Length - 1);
        foreach ((string text, OwnFormatMarker marker) in s_fixed)
        {
            if (line.Equals(text.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return marker;
        }

        foreach ((string text, OwnFormatMarker marker) in s_openings)
        {
            if (!line.StartsWith(text.AsSpan(), marker is OwnFormatMarker.Since ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                continue;
            ReadOnlySpan<char> rest = CellText.Trim(line.Slice(text.Length));
            value = marker is OwnFormatMarker.Extends ? CellText.Plain(rest) : marker is OwnFormatMarker.Since ? VersionCell.Read(rest) ?? "" : CellText.Description(rest) ?? "";
            // "Since 4.7.0." is a marker; "Since the host is gone, …" is a sentence.
            bool fits = marker switch
            {
                OwnFormatMarker.Since => value.Length is > 0 and < 32 && (VersionText.IsVersion(value.AsSpan()) || BeginsWithVersion(value)) || (hasPeriod && value.Length > 0 && value.IndexOf(' ') < 0 && text.StartsWith("Since", StringComparison.Ordinal)),
                OwnFormatMarker.Extends => hasPeriod ? Characters.IsName(value.AsSpan()) : Characters.IsPascalName(value.AsSpan()),
                OwnFormatMarker.Language => Is(value, "Chinese") || Is(value, "English"),
                // Without the period, only a word is certain.
                _ => value.Length > 0 && (hasPeriod || value.IndexOf(' ') < 0),
            };
            return fits ? marker : OwnFormatMarker.None;
        }

        return NativeProperty.Marker(line, out value);
    }

    /// <summary>Determines whether a text is a version and a remark in brackets. The version is then reported as invalid.</summary>
    private static bool BeginsWithVersion(string text) =>
        text[text.Length - 1] is ')' or '）' && text.IndexOfAny(['(', '（']) is var open and > 0 && VersionText.IsVersion(text.AsSpan(0, open).TrimEnd());

    /// <summary>Returns the ranges of the sentences in a line: one, or several in <c>Asynchronous. Since 4.7.0.</c>, if each of them is a marker.</summary>
    public static List<TextRange> Sentences(PageText page, TextRange line)
    {
        var sentences = new List<TextRange>(1) { line };
        if (line.Length > LongestPhrases || page[line].IndexOf(". ".AsSpan()) < 0)
            return sentences;
        sentences.Clear();
        for (int start = line.Start; start < line.End;)
        {
            int period = page[new TextRange(start, line.End)].IndexOf(". ".AsSpan());
            int end = period < 0 ? line.End : start + period + 1;
            TextRange sentence = page.Trim(new TextRange(start, end));
            if (Marker(page[sentence], out _) == OwnFormatMarker.None)
                return [line];
            sentences.Add(sentence);
            start = end;
        }

        return sentences;
    }

    /// <summary>Removes a line break at the end of a phrase, and replaces other blanks by spaces: converters and word processors write both.</summary>
    private static ReadOnlySpan<char> WithoutBreak(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > LongestPhrases)
            return line;
        // Two backslashes are a backslash of the text.
        if (line[line.Length - 1] == '\\' && line.Length > 1 && line[line.Length - 2] is '.' or '。')
            line = line.Slice(0, line.Length - 1);
        else if (line[line.Length - 1] == '>' && line.LastIndexOf('<') is var tag and > 0 && line.Slice(tag + 1).StartsWith("br".AsSpan(), StringComparison.OrdinalIgnoreCase))
            line = CellText.Trim(line.Slice(0, tag));
        return line.IndexOfAny('\u00a0', '\u3000') < 0 ? line : line.ToString().Replace('\u00a0', ' ').Replace('\u3000', ' ').AsSpan();
    }

    private static ReadOnlySpan<char> WithoutEmphasis(ReadOnlySpan<char> line) =>
        // "**Since** 4.7.0." and "*Asynchronous.*"
        line.Length is > 0 and < LongestPhrases && line[0] is '*' or '_' ? line.ToString().Replace("*", "").Trim('_', ' ').AsSpan() : line;

    /// <summary>Applies a marker to an API.</summary>
    public static void Apply(OwnFormatMarker marker, string value, TextRange line, ApiDraft api)
    {
        switch (marker)
        {
            case OwnFormatMarker.Synchronous:
                api.IsAsync = false;
                break;
            case OwnFormatMarker.Asynchronous:
                api.IsAsync = true;
                break;
            case OwnFormatMarker.NoSession:
                api.RequiresSession = false;
                break;
            case OwnFormatMarker.QueryApi:
                api.IsQuery = true;
                break;
            case OwnFormatMarker.NoWrapper:
                api.HasNoWrapper = true;
                break;
            case OwnFormatMarker.EmptyWrapper:
                api.StatedWrapper = "";
                break;
            case OwnFormatMarker.Wrapper:
                api.StatedWrapper = value;
                break;
            case OwnFormatMarker.EmptyResponse:
                api.Response ??= [];
                break;
            case OwnFormatMarker.Since:
                api.Since = value;
                api.SincePlace = line;
                break;
            case OwnFormatMarker.Category:
                api.Category = value;
                break;
            case OwnFormatMarker.Chinese:
                api.ChineseName = value;
                break;
            case OwnFormatMarker.Language:
                api.StatedLanguage = Is(value, "Chinese") ? PageLanguage.Chinese : PageLanguage.English;
                break;
        }
    }

    /// <summary>Returns the language of a page without a language marker: Chinese if any of its texts is Chinese.</summary>
    public static PageLanguage LanguageOf(ApiDraft api)
    {
        bool chinese = IsChinese(api.Description) || api.Notes.Exists(IsChinese) || api.SystemTags.Exists(static tag => IsChinese(tag.Description));
        foreach (ParameterDraft parameter in api.Parameters)
            chinese |= IsChinese(parameter.Description);
        foreach (FieldDraft field in api.Response ?? [])
            chinese |= IsChinese(field.Description);
        foreach (StructureDraft structure in api.Structures)
        {
            chinese |= IsChinese(structure.Description);
            foreach (FieldDraft field in structure.Fields)
                chinese |= IsChinese(field.Description);
        }

        return chinese ? PageLanguage.Chinese : PageLanguage.English;
    }

    private static bool IsChinese(string? text)
    {
        foreach (char c in text ?? "")
        {
            if (c is (>= '\u3400' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff'))
                return true;
        }

        return false;
    }

    /// <summary>Returns the words of a heading without a number and a symbol before them: <c>2.1 Parameters</c>, <c>📥 Parameters</c>.</summary>
    public static string WithoutNumber(string heading)
    {
        int start = 0;
        while (start < heading.Length && !char.IsLetter(heading[start]) && heading[start] is not ('(' or '<' or '/'))
            start++;
        return start > 0 && start < heading.Length && heading[start - 1] == ' ' ? heading.Substring(start) : heading;
    }

    /// <summary>Determines whether a line is the first line of an alert: <c>&gt; [!WARNING]</c></summary>
    public static bool IsAlert(ReadOnlySpan<char> line) =>
        line.Length < 20 && line[0] == '>' && line.Slice(1).TrimStart().StartsWith("[!".AsSpan(), StringComparison.Ordinal) && line[line.Length - 1] == ']';

    /// <summary>Determines whether a line announces a list of other pages or APIs instead of values: <c>See also:</c></summary>
    public static bool AnnouncesReferences(ReadOnlySpan<char> line)
    {
        if (line.Length > 60 || line[line.Length - 1] is not (':' or '：' or '*'))
            return false;
        string words = CellText.Plain(line).TrimEnd(':', '：', ' ');
        return Array.Exists(s_references, opening => words.EndsWith(opening, StringComparison.OrdinalIgnoreCase) || words.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Is(string heading, string[] words) => Array.Exists(words, word => Is(heading, word));

    private static bool Is(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
