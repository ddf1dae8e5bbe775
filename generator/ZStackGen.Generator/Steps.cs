namespace ZStackGen.Generator;

/// <summary>The tracking names of the pipeline's steps, numbered in pipeline order so that test failures are easy to read.</summary>
internal static class Steps
{
    public const string Options = "ZStackGen.1_Options";
    public const string EmitOptions = "ZStackGen.1a_EmitOptions";
    public const string CatalogOptions = "ZStackGen.1b_CatalogOptions";
    public const string ReportOptions = "ZStackGen.1c_ReportOptions";
    public const string Read = "ZStackGen.2_Read";
    public const string Model = "ZStackGen.3_Model";
    public const string Catalog = "ZStackGen.4_Catalog";
    public const string Shards = "ZStackGen.5_Shards";
    public const string Source = "ZStackGen.6_Source";
    public const string PageFindings = "ZStackGen.7_PageFindings";
    public const string OptionFindings = "ZStackGen.8_OptionFindings";
    public const string UnmatchedIncludes = "ZStackGen.9_UnmatchedIncludes";
    public const string Failures = "ZStackGen.10_Failures";

    /// <summary>Gets the names of all steps.</summary>
    public static string[] All { get; } =
        [Options, EmitOptions, CatalogOptions, ReportOptions, Read, Model, Catalog, Shards, Source, PageFindings, OptionFindings, UnmatchedIncludes, Failures];
}
