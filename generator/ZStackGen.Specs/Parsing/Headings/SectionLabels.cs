using System;

namespace ZStackGen.Specs.Parsing.Headings;

/// <summary>The content that the heading of a section announces.</summary>
internal enum SectionLabel
{
    None,
    Request,
    Urls,
    Headers,
    Body,
    RequestExample,
    Curl,
    Parameters,
    QueryFields,
    Response,
    Sdk,

    /// <summary>A word of a wrapped heading (<c>Curl\nSample</c>), or a heading without information.</summary>
    Filler,
}

/// <summary>The headings of the published manuals in both languages.</summary>
internal static class SectionLabels
{
    private static readonly (string Text, SectionLabel Label)[] s_labels =
    [
        ("API请求", SectionLabel.Request), ("URLs", SectionLabel.Urls), ("Headers", SectionLabel.Headers), ("Body", SectionLabel.Body),
        ("Curl示例", SectionLabel.Curl), ("参数列表", SectionLabel.Parameters), ("可查询字段", SectionLabel.QueryFields), ("API返回", SectionLabel.Response),
        ("请求示例", SectionLabel.RequestExample), ("Request Example", SectionLabel.RequestExample), ("Request Sample", SectionLabel.RequestExample),
        ("Sample Request", SectionLabel.RequestExample), ("Example Request", SectionLabel.RequestExample), ("Example Response", SectionLabel.Response),
        ("返回示例", SectionLabel.Response), ("响应示例", SectionLabel.Response), ("SDK示例", SectionLabel.Sdk), ("Java SDK", SectionLabel.Sdk), ("Python SDK", SectionLabel.Sdk),
        ("API Request", SectionLabel.Request), ("URL", SectionLabel.Urls), ("Header", SectionLabel.Headers), ("Request Body", SectionLabel.Body),
        ("Curl Sample", SectionLabel.Curl), ("Curl Example", SectionLabel.Curl), ("Request Parameters", SectionLabel.Parameters),
        ("Parameter List", SectionLabel.Parameters), ("Parameters", SectionLabel.Parameters), ("Queryable Fields", SectionLabel.QueryFields),
        ("Query Fields", SectionLabel.QueryFields), ("API Response", SectionLabel.Response), ("Sample Response", SectionLabel.Response),
        ("Response Example", SectionLabel.Response), ("Response Sample", SectionLabel.Response), ("Response", SectionLabel.Response),
        ("SDK Sample", SectionLabel.Sdk), ("SDK Example", SectionLabel.Sdk), ("SDK", SectionLabel.Sdk), ("Java", SectionLabel.Sdk), ("Python", SectionLabel.Sdk),
        ("Curl", SectionLabel.Curl), ("Sample", SectionLabel.Filler), ("Example", SectionLabel.Filler), ("Note:", SectionLabel.Filler), ("说明:", SectionLabel.Filler),
    ];

    private const int Longest = 24;

    /// <summary>The labels by length, because every line of a page is looked up.</summary>
    private static readonly (string Text, SectionLabel Label)[]?[] s_byLength = ByLength();

    /// <summary>Returns the label of <paramref name="line"/>, which must not contain heading marks.</summary>
    public static SectionLabel Of(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest || s_byLength[line.Length] is not { } labels)
            return SectionLabel.None;
        foreach ((string text, SectionLabel label) in labels)
        {
            if ((line[0] | 0x20) == (text[0] | 0x20) && line.Equals(text.AsSpan(), StringComparison.OrdinalIgnoreCase))
                return label;
        }

        return SectionLabel.None;
    }

    private static (string Text, SectionLabel Label)[]?[] ByLength()
    {
        var byLength = new (string Text, SectionLabel Label)[]?[Longest + 1];
        for (int length = 1; length <= Longest; length++)
        {
            (string Text, SectionLabel Label)[] labels = Array.FindAll(s_labels, label => label.Text.Length == length);
            byLength[length] = labels.Length == 0 ? null : labels;
        }

        return byLength;
    }
}
