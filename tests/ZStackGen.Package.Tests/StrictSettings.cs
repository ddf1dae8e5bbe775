namespace ZStackGen.Package.Tests;

/// <summary>The strictest settings of a user: every analyzer rule, warnings as errors, documentation required.</summary>
internal static class StrictSettings
{
    /// <summary>The rules that the user's code must follow, not the generated code.</summary>
    public const string AssemblyInfo = "[assembly: System.CLSCompliant(false)]\n[assembly: System.Runtime.InteropServices.ComVisible(false)]\n";

    /// <summary>A Directory.Build.props.</summary>
    /// <param name="others">Additional properties.</param>
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
