namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Creates the message about a declared base that cannot be used.</summary>
internal static class UnusableBase
{
    public static string Message(MergedStructure structure, string why) =>
        "Type '" + structure.Name + "' extends '" + structure.DeclaredBase + "', " + why + "; it is generated without a base.";
}
