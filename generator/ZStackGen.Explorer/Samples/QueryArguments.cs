using ZStackGen.Specs.Catalog;

namespace ZStackGen.Explorer.Samples;

/// <summary>An argument that every query has (PROTOCOL.md §5.1).</summary>
/// <param name="Name">The name in the query string.</param>
/// <param name="Property">The property in the generated C#.</param>
/// <param name="SdkField">The field in the SDKs for Java and Python.</param>
/// <param name="Type">The type.</param>
/// <param name="Description">The description.</param>
/// <param name="Chinese">The description in Chinese.</param>
internal sealed record QueryArgument(string Name, string Property, string SdkField, TypeReference Type, string Description, string Chinese);

/// <summary>The arguments that every query has.</summary>
internal static class QueryArguments
{
    /// <summary>All arguments except <c>uuid</c>, which selects a resource by its path.</summary>
    public static readonly QueryArgument[] All =
    [
        new("q", "Conditions", "conditions", TypeReference.StringList, "Conditions such as name=web-1, state?=Running,Stopped or name~=web%; all must hold. Operators: = != > >= < <= ?= (in) !?= ~= (like) !~= is null, not null.",
            "条件,例如 name=web-1、state?=Running,Stopped 或 name~=web%;须全部满足。运算符:= != > >= < <= ?=(属于) !?= ~=(匹配) !~= is null、not null。"),
        new("limit", "Limit", "limit", TypeReference.Int32, "The maximum number of resources to return. The default is 1000.",
            "最多返回的资源数。默认为 1000。"),
        new("start", "Start", "start", TypeReference.Int32, "The number of resources to skip.",
            "跳过的资源数。"),
        new("count", "Count", "count", TypeReference.Boolean, "Whether to return only the number of matches.",
            "是否只返回匹配的数量。"),
        new("replyWithCount", "ReplyWithCount", "replyWithCount", TypeReference.Boolean, "Whether to also return the number of matches.",
            "是否同时返回匹配的数量。"),
        new("sort", "Sort", "sortBy", TypeReference.String, "The field to sort by, prefixed with + (ascending) or - (descending).",
            "排序字段,前缀 +(升序)或 -(降序)。"),
        new("fields", "Fields", "fields", TypeReference.String, "The fields to return, separated by commas.",
            "要返回的字段,以逗号分隔。"),
        new("filterName", "FilterName", "filterName", TypeReference.String, "A filter of the server, such as applianceType:vrouter.",
            "服务端的过滤器,例如 applianceType:vrouter。"),
    ];

    /// <summary>The names of the arguments.</summary>
    public static readonly string[] Names = System.Array.ConvertAll(All, static argument => argument.Name);
}
