namespace ZStackGen.Generator.Diagnostics;

/// <summary>The IDs of the rules about options.</summary>
internal static class OptionRules
{
    /// <summary>The default namespace of the generated code.</summary>
    public const string DefaultNamespace = "ZStack.Api";

    public const string Namespace = "ZSG2001";
    public const string Accessibility = "ZSG2002";
    public const string TargetVersion = "ZSG2003";
    public const string TargetVersionMode = "ZSG2004";
    public const string Wildcard = "ZSG2005";
    public const string PreCompilation = "ZSG2006";
    public const string LanguageVersion = "ZSG2007";
    public const string UnmatchedInclude = "ZSG2008";
    public const string Switch = "ZSG2009";
    public const string FutureTargetVersion = "ZSG2010";
}
