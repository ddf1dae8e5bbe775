namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Words the finding about a base that a page declares in vain.</summary>
internal static class UnusableBase
{
    public static string Message(MergedStructure structure, string why) =>
        "Type '" + structure.Name + "' extends '" + structure.DeclaredBase + "', " + why + "; it is generated without a base.";
}
