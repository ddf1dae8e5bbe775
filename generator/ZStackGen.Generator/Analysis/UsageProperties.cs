namespace ZStackGen.Generator.Analysis;

/// <summary>The names of properties by which diagnostics tell code fixes what they found.</summary>
public static class UsageProperties
{
    /// <summary>Of ZSG3001: the version that is needed.</summary>
    public const string Needed = "needed";

    /// <summary>Of ZSG3002: what replaces the symbol.</summary>
    public const string Replacement = "replacement";

    /// <summary>Of ZSG3003: the outcome that the check always has.</summary>
    public const string Outcome = "outcome";

    /// <summary>Of ZSG3010: <c>task</c> or <c>job</c>.</summary>
    public const string Unused = "unused";
}
