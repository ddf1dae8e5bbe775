namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Represents the order of the server's version and a constant version as a number.</summary>
/// <param name="Version">The constant version.</param>
/// <param name="IsReversed">Whether a higher version of the server makes the number negative, as in <c>ZStackVersion.V5_0.CompareTo(version)</c>.</param>
internal sealed record VersionOrder(string Version, bool IsReversed);
