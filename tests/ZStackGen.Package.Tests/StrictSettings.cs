namespace ZStackGen.Package.Tests;

/// <summary>The strictest settings that a user can have: every analyzer rule, warnings as errors, documentation for all.</summary>
internal static class StrictSettings
{
    /// <summary>The user's own obligations under these rules, not the generated code's.</summary>
    public const string AssemblyInfo = "[assembly: System.CLSCompliant(false)]\n[assembly: System.Runtime.InteropServices.ComVisible(false)]\n";

    /// <summary>A Directory.Build.props.</summary>
    /// <param name="others">What its property group holds besides.</param>
    public static string Properties(string others) => $"""
        <Project>
          <PropertyGroup>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisLevel>latest-all</AnalysisLevel>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <WarningsNotAsErrors>NU1603</WarningsNotAsErrors>
            <AssemblyVersion>1.0.0.0</AssemblyVersion>
            <NeutralLanguage>en</NeutralLanguage>
            {others}
          </PropertyGroup>
        </Project>
        """;
}
