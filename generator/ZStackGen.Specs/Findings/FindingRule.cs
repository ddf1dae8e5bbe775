using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <summary>A rule: the kind of a finding, with its cause and its fix.</summary>
/// <param name="Id">The stable ID, such as <c>ZSG1004</c>.</param>
/// <param name="Severity">The severity of the rule's findings. A finding can override it.</param>
/// <param name="Title">A short title.</param>
/// <param name="Cause">The cause of the finding, on a documentation page or in the catalog.</param>
/// <param name="Fix">The change to the documentation page that fixes it.</param>
public sealed record FindingRule(string Id, FindingSeverity Severity, string Title, string Cause, string Fix)
{
    /// <summary>Gets the cause and the fix as one text.</summary>
    public string Description => Cause + " " + Fix;
}
