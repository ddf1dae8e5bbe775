using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Samples;

/// <summary>An argument that every query has (PROTOCOL.md §5.1).</summary>
/// <param name="Name">Its name in the query string.</param>
/// <param name="Property">Its property in the generated C#.</param>
/// <param name="SdkField">Its field in the SDKs for Java and Python.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What it does.</param>
internal sealed record QueryArgument(string Name, string Property, string SdkField, TypeReference Type, string Description);

/// <summary>The arguments that every query has.</summary>
internal static class QueryArguments
{
    /// <summary>All of them, but the <c>uuid</c> that selects one resource by its path.</summary>
    public static readonly QueryArgument[] All =
    [
        new("q", "Conditions", "conditions", TypeReference.StringList, "Conditions such as name=web-1, state?=Running,Stopped or name~=web%; all must hold. Operators: = != > >= < <= ?= (in) !?= ~= (like) !~= is null, not null."),
        new("limit", "Limit", "limit", TypeReference.Int32, "How many to return; 1000 unless set."),
        new("start", "Start", "start", TypeReference.Int32, "How many to pass over first."),
        new("count", "Count", "count", TypeReference.Boolean, "Only count the matches."),
        new("replyWithCount", "ReplyWithCount", "replyWithCount", TypeReference.Boolean, "Count all matches as well."),
        new("sort", "Sort", "sortBy", TypeReference.String, "The field to sort by, with + (ascending) or - (descending) before it."),
        new("fields", "Fields", "fields", TypeReference.String, "The fields to return, parted by commas."),
        new("filterName", "FilterName", "filterName", TypeReference.String, "A filter of the server, such as applianceType:vrouter."),
    ];

    /// <summary>Their names.</summary>
    public static readonly string[] Names = System.Array.ConvertAll(All, static argument => argument.Name);
}
