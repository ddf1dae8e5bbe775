namespace ZStack;

// The first release of each minor version, under its two-number name, which programs use most.
#pragma warning disable CA1707 // The name of a release is its number, and its dots are underscores.
public sealed partial class ZStackVersion
{
    /// <summary>Gets the first release of ZStack Cloud 0.6.</summary>
    public static ZStackVersion V0_6 => V0_6_0;
    /// <summary>Gets the first release of ZStack Cloud 0.7.</summary>
    public static ZStackVersion V0_7 => V0_7_0;
    /// <summary>Gets the first release of ZStack Cloud 0.8.</summary>
    public static ZStackVersion V0_8 => V0_8_0;
    /// <summary>Gets the first release of ZStack Cloud 0.9.</summary>
    public static ZStackVersion V0_9 => V0_9_0;
    /// <summary>Gets the first release of ZStack Cloud 1.0.</summary>
    public static ZStackVersion V1_0 => V1_0_0;
    /// <summary>Gets the first release of ZStack Cloud 1.1.</summary>
    public static ZStackVersion V1_1 => V1_1_0;
    /// <summary>Gets the first release of ZStack Cloud 1.2.</summary>
    public static ZStackVersion V1_2 => V1_2_0;
    /// <summary>Gets the first release of ZStack Cloud 1.3.</summary>
    public static ZStackVersion V1_3 => V1_3_0;
    /// <summary>Gets the first release of ZStack Cloud 1.4.</summary>
    public static ZStackVersion V1_4 => V1_4_0;
    /// <summary>Gets the first release of ZStack Cloud 1.5.</summary>
    public static ZStackVersion V1_5 => V1_5_0;
    /// <summary>Gets the first release of ZStack Cloud 1.6.</summary>
    public static ZStackVersion V1_6 => V1_6_0;
    /// <summary>Gets the first release of ZStack Cloud 1.7.</summary>
    public static ZStackVersion V1_7 => V1_7_0;
    /// <summary>Gets the first release of ZStack Cloud 1.8.</summary>
    public static ZStackVersion V1_8 => V1_8_0;
    /// <summary>Gets the first release of ZStack Cloud 1.9.</summary>
    public static ZStackVersion V1_9 => V1_9_0;
    /// <summary>Gets the first release of ZStack Cloud 1.10.</summary>
    public static ZStackVersion V1_10 => V1_10_0;
    /// <summary>Gets the first release of ZStack Cloud 2.0.</summary>
    public static ZStackVersion V2_0 => V2_0_0;
    /// <summary>Gets the first release of ZStack Cloud 2.1.</summary>
    public static ZStackVersion V2_1 => V2_1_0;
    /// <summary>Gets the first release of ZStack Cloud 2.2.</summary>
    public static ZStackVersion V2_2 => V2_2_0;
    /// <summary>Gets the first release of ZStack Cloud 2.3.</summary>
    public static ZStackVersion V2_3 => V2_3_0;
    /// <summary>Gets the first release of ZStack Cloud 2.4.</summary>
    public static ZStackVersion V2_4 => V2_4_0;
    /// <summary>Gets the first release of ZStack Cloud 2.5.</summary>
    public static ZStackVersion V2_5 => V2_5_0;
    /// <summary>Gets the first release of ZStack Cloud 2.6.</summary>
    public static ZStackVersion V2_6 => V2_6_0;
    /// <summary>Gets the first release of ZStack Cloud 3.0.</summary>
    public static ZStackVersion V3_0 => V3_0_0;
    /// <summary>Gets the first release of ZStack Cloud 3.1.</summary>
    public static ZStackVersion V3_1 => V3_1_0;
    /// <summary>Gets the first release of ZStack Cloud 3.2.</summary>
    public static ZStackVersion V3_2 => V3_2_0;
    /// <summary>Gets the first release of ZStack Cloud 3.3.</summary>
    public static ZStackVersion V3_3 => V3_3_0;
    /// <summary>Gets the first release of ZStack Cloud 3.4.</summary>
    public static ZStackVersion V3_4 => V3_4_0;
    /// <summary>Gets the first release of ZStack Cloud 3.5.</summary>
    public static ZStackVersion V3_5 => V3_5_0;
    /// <summary>Gets the first release of ZStack Cloud 3.6.</summary>
    public static ZStackVersion V3_6 => V3_6_0;
    /// <summary>Gets the first release of ZStack Cloud 3.7.</summary>
    public static ZStackVersion V3_7 => V3_7_0;
    /// <summary>Gets the first release of ZStack Cloud 3.8.</summary>
    public static ZStackVersion V3_8 => V3_8_0;
    /// <summary>Gets the first release of ZStack Cloud 3.9.</summary>
    public static ZStackVersion V3_9 => V3_9_0;
    /// <summary>Gets the first release of ZStack Cloud 3.10.</summary>
    public static ZStackVersion V3_10 => V3_10_0;
    /// <summary>Gets the first release of ZStack Cloud 4.0.</summary>
    public static ZStackVersion V4_0 => V4_0_0;
    /// <summary>Gets the first release of ZStack Cloud 4.1.</summary>
    public static ZStackVersion V4_1 => V4_1_0;
    /// <summary>Gets the first release of ZStack Cloud 4.2.</summary>
    public static ZStackVersion V4_2 => V4_2_0;
    /// <summary>Gets the first release of ZStack Cloud 4.3.</summary>
    public static ZStackVersion V4_3 => V4_3_0;
    /// <summary>Gets the first release of ZStack Cloud 4.4.</summary>
    public static ZStackVersion V4_4 => V4_4_0;
    /// <summary>Gets the first release of ZStack Cloud 4.5.</summary>
    public static ZStackVersion V4_5 => V4_5_0;
    /// <summary>Gets the first release of ZStack Cloud 4.6.</summary>
    public static ZStackVersion V4_6 => V4_6_0;
    /// <summary>Gets the first release of ZStack Cloud 4.7.</summary>
    public static ZStackVersion V4_7 => V4_7_0;
    /// <summary>Gets the first release of ZStack Cloud 4.8.</summary>
    public static ZStackVersion V4_8 => V4_8_0;
    /// <summary>Gets the first release of ZStack Cloud 5.0.</summary>
    public static ZStackVersion V5_0 => V5_0_0;
    /// <summary>Gets the first release of ZStack Cloud 5.1.</summary>
    public static ZStackVersion V5_1 => V5_1_0;
    /// <summary>Gets the first release of ZStack Cloud 5.2.</summary>
    public static ZStackVersion V5_2 => V5_2_0;
    /// <summary>Gets the first release of ZStack Cloud 5.3.</summary>
    public static ZStackVersion V5_3 => V5_3_0;
}
