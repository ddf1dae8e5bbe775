namespace ZStackGen.Generator.Analysis;

/// <summary>Contains the names of diagnostic properties that code fixes read.</summary>
public static class UsageProperties
{
    /// <summary>The property of ZSG3001 for the version that the use needs.</summary>
    public const string Needed = "needed";

    /// <summary>The property of ZSG3001 for the target version of the project.</summary>
    public const string Target = "target";

    /// <summary>The property of ZSG3002 for the name of the replacement.</summary>
    public const string Replacement = "replacement";

    /// <summary>The property of ZSG3003 for the constant outcome of the check.</summary>
    public const string Outcome = "outcome";

    /// <summary>The property of ZSG3010 for the kind of the unused result: <c>task</c> or <c>job</c>.</summary>
    public const string Unused = "unused";
}
