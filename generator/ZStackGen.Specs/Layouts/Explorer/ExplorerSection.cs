using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Requests;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>The section of a line on an explorer page, determined by the label above it.</summary>
internal enum ExplorerSection
{
    /// <summary>The line is not a label.</summary>
    None,

    /// <summary>The titles, between the header and the first label.</summary>
    Intro,

    PathParameters,
    QueryParameters,
    BodyFields,
    Responses,
    ErrorResponse,
    Endpoint,
    OperationId,
    RequestExample,
    ResponseExample,

    /// <summary>A section that does not describe the API (Try It Out, Permalink, Change History, header parameters).</summary>
    Ignored,
}

/// <summary>The labels of the explorer in both languages; ZSphere and AIOS use the same labels.</summary>
internal static class ExplorerLabels
{
    private const int Longest = 24;

    private static readonly (string Label, ExplorerSection Section)[] s_english =
    [
        ("Path Parameters", ExplorerSection.PathParameters),
        ("Query Parameters", ExplorerSection.QueryParameters),
        ("Header Parameters", ExplorerSection.Ignored),
        ("Body Fields", ExplorerSection.BodyFields),
        ("Body Parameters", ExplorerSection.BodyFields),
        ("Request Inputs", ExplorerSection.Ignored),
        ("Responses", ExplorerSection.Responses),
        ("Success Response", ExplorerSection.Responses),
        ("Error Response", ExplorerSection.ErrorResponse),
        ("Endpoint", ExplorerSection.Endpoint),
        ("Operation ID", ExplorerSection.OperationId),
        ("Permalink", ExplorerSection.Ignored),
        ("Request Example", ExplorerSection.RequestExample),
        ("Response Example", ExplorerSection.ResponseExample),
        ("Change History", ExplorerSection.Ignored),
        ("View all change history", ExplorerSection.Ignored),
        ("Execution Availability", ExplorerSection.Ignored),
        ("Try It Out", ExplorerSection.Ignored),
    ];

    private static readonly (string Label, ExplorerSection Section)[] s_chinese =
    [
        ("路径参数", ExplorerSection.PathParameters),
        ("查询参数", ExplorerSection.QueryParameters),
        ("请求头参数", ExplorerSection.Ignored),
        ("请求头", ExplorerSection.Ignored),
        ("请求体字段", ExplorerSection.BodyFields),
        ("请求体参数", ExplorerSection.BodyFields),
        ("请求参数", ExplorerSection.Ignored),
        ("响应状态", ExplorerSection.Responses),
        ("成功响应", ExplorerSection.Responses),
        ("错误响应", ExplorerSection.ErrorResponse),
        ("失败响应", ExplorerSection.ErrorResponse),
        ("请求地址", ExplorerSection.Endpoint),
        ("操作 ID", ExplorerSection.OperationId),
        ("操作ID", ExplorerSection.OperationId),
        ("永久链接", ExplorerSection.Ignored),
        ("请求示例", ExplorerSection.RequestExample),
        ("响应示例", ExplorerSection.ResponseExample),
        ("变更历史", ExplorerSection.Ignored),
        ("查看全部变更历史", ExplorerSection.Ignored),
        ("调试可用性", ExplorerSection.Ignored),
        ("在线调试", ExplorerSection.Ignored),
    ];

    /// <summary>
    /// Returns the section started by <paramref name="line"/>; <see cref="ExplorerSection.None"/> if the line is not a label. Content may be
    /// glued to the label (<c>EndpointGET/zstack/v1/zones</c>); <paramref name="length"/> is the length of the label.
    /// </summary>
    public static ExplorerSection Find(ReadOnlySpan<char> line, out PageLanguage language, out int length)
    {
        language = PageLanguage.English;
        length = 0;
        if (line.IsEmpty || line[0] < 'A' || (line[0] > 'Z' && line[0] < '\u4e00'))
            return ExplorerSection.None;
        if (line[0] >= '\u4e00')
            language = PageLanguage.Chinese;
        foreach ((string label, ExplorerSection section) in language == PageLanguage.Chinese ? s_chinese : s_english)
        {
            if (label[0] != line[0] || !line.StartsWith(label.AsSpan(), StringComparison.Ordinal))
                continue;
            ReadOnlySpan<char> behind = line.Slice(label.Length);
            if (!behind.IsEmpty && !IsGluedContent(section, behind))
                continue;
            length = label.Length;
            return section;
        }

        return ExplorerSection.None;
    }

    private static bool IsGluedContent(ExplorerSection section, ReadOnlySpan<char> behind) => section switch
    {
        ExplorerSection.Endpoint => HttpMethods.StartsRequest(behind),
        ExplorerSection.RequestExample => behind.StartsWith("curl ".AsSpan(), StringComparison.Ordinal),
        ExplorerSection.ResponseExample => behind[0] == '{' || (behind.Length > 3 && behind[0] == '2' && behind[3] is '{' or ' '),
        ExplorerSection.OperationId => Text.Characters.IsPascalName(behind),
        ExplorerSection.Responses => behind[0] == '{' && behind.Length < Longest,
        _ => false,
    };
}
