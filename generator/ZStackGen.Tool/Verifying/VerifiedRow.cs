using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Verifying;

/// <summary>The result of comparing a statement of a page with a server or with other pages.</summary>
internal enum Verdict
{
    /// <summary>The statement is right.</summary>
    Confirmed,

    /// <summary>The statement is wrong, or a statement is missing.</summary>
    Contradicted,

    /// <summary>Nothing shows whether the statement is right.</summary>
    NotTestable,
}

/// <summary>A statement of a page and its verdict.</summary>
/// <param name="Page">The page.</param>
/// <param name="Span">The position of the statement on the page.</param>
/// <param name="Kind">The kind of the element: <c>api</c>, <c>parameter</c> or <c>field</c>.</param>
/// <param name="Name">The name of the element with its owner, such as <c>StartVmInstance.hostUuid</c>.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Evidence">The basis of the verdict.</param>
internal sealed record VerifiedRow(PageFile Page, PageSpan Span, string Kind, string Name, Verdict Verdict, string Evidence)
{
    /// <summary>Gets the name of a verdict in reports.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string NameOf(Verdict verdict) => verdict switch
    {
        Verdict.Confirmed => "confirmed",
        Verdict.Contradicted => "contradicted",
        _ => "notTestable",
    };
}
