using ZStackGen.Specs.Catalog;

namespace ZStackGen.Explorer.Samples;

/// <summary>An argument that every query has (PROTOCOL.md §5.1).</summary>
/// <param name="Name">The name in the query string.</param>
/// <param name="Property">The property in the generated C#.</param>
/// <param name="SdkField">The field in the SDKs for Java and Python.</param>
/// <param name="Type">The type.</param>
/// <param name="Description">The description.</param>
internal sealed record QueryArgument(string Name, string Property, string SdkField, TypeReference Type, string Description);

/// <summary>The arguments that every query has.</summary>
internal static class QueryArguments
{
    /// <summary>All arguments except <c>uuid</c>, which selects a resource by its path.</summary>
    public static readonly QueryArgument[] All =
    [
        new("q", "Conditions", "conditions", TypeReference.StringList, "Conditions such as name=web-1, state?=Running,Stopped or name~=web%; all must hold. Operators: = != > >= < <= ?= (in) !?= ~= (like) !~= is null, not null."),
        new("limit", "Limit", "limit", TypeReference.Int32, "The maximum number of resources to return. The default is 1000."),
        new("start", "Start", "start", TypeReference.Int32, "The number of resources to skip."),
        new("count", "Count", "count", TypeReference.Boolean, "Whether to return only the number of matches."),
        new("replyWithCount", "ReplyWithCount", "replyWithCount", TypeReference.Boolean, "Whether to also return the number of matches."),
        new("sort", "Sort", "sortBy", TypeReference.String, "The field to sort by, prefixed with + (ascending) or - (descending)."),
        new("fields", "Fields", "fields", TypeReference.String, "The fields to return, separated by commas."),
        new("filterName", "FilterName", "filterName", TypeReference.String, "A filter of the server, such as applianceType:vrouter."),
    ];

    /// <summary>The names of the arguments.</summary>
    public static readonly string[] Names = System.Array.ConvertAll(All, static argument => argument.Name);
}
