using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <content>Rules about the versions in which elements came and went.</content>
public static partial class FindingRules
{
    /// <summary>ZSG1060.</summary>
    public static readonly FindingRule RemovedBeforeAdded = new("ZSG1060", FindingSeverity.Warning,
        "Removed before it was added", "The description says that the element was removed or deprecated in a version that is not later than the version that added it.",
        "Correct the wrong version.");

    /// <summary>ZSG1061.</summary>
    public static readonly FindingRule OlderThanOwner = new("ZSG1061", FindingSeverity.Info,
        "Member is older than its owner", "A parameter or field has an earlier version than its API or type.",
        "Correct the wrong version. If the API or type is older than its page says, state the earlier version there.");

    /// <summary>ZSG1062.</summary>
    public static readonly FindingRule UnknownRelease = new("ZSG1062", FindingSeverity.Info,
        "Unknown release", "The version is not one of the known releases of ZStack.",
        "Check the version. A version that is newer than all known releases is not reported.");
}
