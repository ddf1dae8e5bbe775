namespace ZStack;

// The releases of ZStack Cloud, each under its three or four numbers. They are properties and not fields, so that a program creates only the
// releases that it uses.
#pragma warning disable CA1707 // The name of a release is its number, and its dots are underscores.
public sealed partial class ZStackVersion
{
    /// <summary>Gets the version 0.6.0 of ZStack Cloud.</summary>
    public static ZStackVersion V0_6_0 => new("0.6.0", 0, 6, 0);
    /// <summary>Gets the version 0.6.1 of ZStack Cloud.</summary>
    public static ZStackVersion V0_6_1 => new("0.6.1", 0, 6, 1);
    /// <summary>Gets the version 0.6.2 of ZStack Cloud.</summary>
    public static ZStackVersion V0_6_2 => new("0.6.2", 0, 6, 2);
    /// <summary>Gets the version 0.7.0 of ZStack Cloud.</summary>
    public static ZStackVersion V0_7_0 => new("0.7.0", 0, 7, 0);
    /// <summary>Gets the version 0.7.1 of ZStack Cloud.</summary>
    public static ZStackVersion V0_7_1 => new("0.7.1", 0, 7, 1);
    /// <summary>Gets the version 0.8.0 of ZStack Cloud.</summary>
    public static ZStackVersion V0_8_0 => new("0.8.0", 0, 8, 0);
    /// <summary>Gets the version 0.9.0 of ZStack Cloud.</summary>
    public static ZStackVersion V0_9_0 => new("0.9.0", 0, 9, 0);
    /// <summary>Gets the version 1.0.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_0_0 => new("1.0.0", 1, 0, 0);
    /// <summary>Gets the version 1.0.2 of ZStack Cloud.</summary>
    public static ZStackVersion V1_0_2 => new("1.0.2", 1, 0, 2);
    /// <summary>Gets the version 1.1.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_1_0 => new("1.1.0", 1, 1, 0);
    /// <summary>Gets the version 1.2.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_2_0 => new("1.2.0", 1, 2, 0);
    /// <summary>Gets the version 1.3.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_3_0 => new("1.3.0", 1, 3, 0);
    /// <summary>Gets the version 1.4.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_4_0 => new("1.4.0", 1, 4, 0);
    /// <summary>Gets the version 1.5.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_5_0 => new("1.5.0", 1, 5, 0);
    /// <summary>Gets the version 1.6.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_6_0 => new("1.6.0", 1, 6, 0);
    /// <summary>Gets the version 1.7.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_7_0 => new("1.7.0", 1, 7, 0);
    /// <summary>Gets the version 1.8.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_8_0 => new("1.8.0", 1, 8, 0);
    /// <summary>Gets the version 1.9.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_9_0 => new("1.9.0", 1, 9, 0);
    /// <summary>Gets the version 1.10.0 of ZStack Cloud.</summary>
    public static ZStackVersion V1_10_0 => new("1.10.0", 1, 10, 0);
    /// <summary>Gets the version 2.0.0 of ZStack Cloud.</summary>
    public static ZStackVersion V2_0_0 => new("2.0.0", 2, 0, 0);
    /// <summary>Gets the version 2.0.1 of ZStack Cloud.</summary>
    public static ZStackVersion V2_0_1 => new("2.0.1", 2, 0, 1);
    /// <summary>Gets the version 2.0.2 of ZStack Cloud.</summary>
    public static ZStackVersion V2_0_2 => new("2.0.2", 2, 0, 2);
    /// <summary>Gets the version 2.0.3 of ZStack Cloud.</summary>
    public static ZStackVersion V2_0_3 => new("2.0.3", 2, 0, 3);
    /// <summary>Gets the version 2.0.4 of ZStack Cloud.</summary>
    public static ZStackVersion V2_0_4 => new("2.0.4", 2, 0, 4);
    /// <summary>Gets the version 2.0.5 of ZStack Cloud.</summary>
    public static ZStackVersion V2_0_5 => new("2.0.5", 2, 0, 5);
    /// <summary>Gets the version 2.1.0 of ZStack Cloud.</summary>
    public static ZStackVersion V2_1_0 => new("2.1.0", 2, 1, 0);
    /// <summary>Gets the version 2.1.1 of ZStack Cloud.</summary>
    public static ZStackVersion V2_1_1 => new("2.1.1", 2, 1, 1);
    /// <summary>Gets the version 2.1.2 of ZStack Cloud.</summary>
    public static ZStackVersion V2_1_2 => new("2.1.2", 2, 1, 2);
    /// <summary>Gets the version 2.2.0 of ZStack Cloud.</summary>
    public static ZStackVersion V2_2_0 => new("2.2.0", 2, 2, 0);
    /// <summary>Gets the version 2.2.1 of ZStack Cloud.</summary>
    public static ZStackVersion V2_2_1 => new("2.2.1", 2, 2, 1);
    /// <summary>Gets the version 2.2.2 of ZStack Cloud.</summary>
    public static ZStackVersion V2_2_2 => new("2.2.2", 2, 2, 2);
    /// <summary>Gets the version 2.2.3 of ZStack Cloud.</summary>
    public static ZStackVersion V2_2_3 => new("2.2.3", 2, 2, 3);
    /// <summary>Gets the version 2.2.4 of ZStack Cloud.</summary>
    public static ZStackVersion V2_2_4 => new("2.2.4", 2, 2, 4);
    /// <summary>Gets the version 2.3.0 of ZStack Cloud.</summary>
    public static ZStackVersion V2_3_0 => new("2.3.0", 2, 3, 0);
    /// <summary>Gets the version 2.3.1 of ZStack Cloud.</summary>
    public static ZStackVersion V2_3_1 => new("2.3.1", 2, 3, 1);
    /// <summary>Gets the version 2.3.2 of ZStack Cloud.</summary>
    public static ZStackVersion V2_3_2 => new("2.3.2", 2, 3, 2);
    /// <summary>Gets the version 2.4.0 of ZStack Cloud.</summary>
    public static ZStackVersion V2_4_0 => new("2.4.0", 2, 4, 0);
    /// <summary>Gets the version 2.5.0 of ZStack Cloud.</summary>
    public static ZStackVersion V2_5_0 => new("2.5.0", 2, 5, 0);
    /// <summary>Gets the version 2.5.1 of ZStack Cloud.</summary>
    public static ZStackVersion V2_5_1 => new("2.5.1", 2, 5, 1);
    /// <summary>Gets the version 2.6.0 of ZStack Cloud.</summary>
    public static ZStackVersion V2_6_0 => new("2.6.0", 2, 6, 0);
    /// <summary>Gets the version 2.6.1 of ZStack Cloud.</summary>
    public static ZStackVersion V2_6_1 => new("2.6.1", 2, 6, 1);
    /// <summary>Gets the version 2.6.2 of ZStack Cloud.</summary>
    public static ZStackVersion V2_6_2 => new("2.6.2", 2, 6, 2);
    /// <summary>Gets the version 3.0.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_0_0 => new("3.0.0", 3, 0, 0);
    /// <summary>Gets the version 3.0.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_0_1 => new("3.0.1", 3, 0, 1);
    /// <summary>Gets the version 3.1.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_1_0 => new("3.1.0", 3, 1, 0);
    /// <summary>Gets the version 3.1.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_1_1 => new("3.1.1", 3, 1, 1);
    /// <summary>Gets the version 3.1.2 of ZStack Cloud.</summary>
    public static ZStackVersion V3_1_2 => new("3.1.2", 3, 1, 2);
    /// <summary>Gets the version 3.1.3 of ZStack Cloud.</summary>
    public static ZStackVersion V3_1_3 => new("3.1.3", 3, 1, 3);
    /// <summary>Gets the version 3.2.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_2_0 => new("3.2.0", 3, 2, 0);
    /// <summary>Gets the version 3.2.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_2_1 => new("3.2.1", 3, 2, 1);
    /// <summary>Gets the version 3.3.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_3_0 => new("3.3.0", 3, 3, 0);
    /// <summary>Gets the version 3.3.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_3_1 => new("3.3.1", 3, 3, 1);
    /// <summary>Gets the version 3.4.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_4_0 => new("3.4.0", 3, 4, 0);
    /// <summary>Gets the version 3.4.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_4_1 => new("3.4.1", 3, 4, 1);
    /// <summary>Gets the version 3.5.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_5_0 => new("3.5.0", 3, 5, 0);
    /// <summary>Gets the version 3.5.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_5_1 => new("3.5.1", 3, 5, 1);
    /// <summary>Gets the version 3.5.2 of ZStack Cloud.</summary>
    public static ZStackVersion V3_5_2 => new("3.5.2", 3, 5, 2);
    /// <summary>Gets the version 3.5.3 of ZStack Cloud.</summary>
    public static ZStackVersion V3_5_3 => new("3.5.3", 3, 5, 3);
    /// <summary>Gets the version 3.6.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_6_0 => new("3.6.0", 3, 6, 0);
    /// <summary>Gets the version 3.6.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_6_1 => new("3.6.1", 3, 6, 1);
    /// <summary>Gets the version 3.7.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_7_0 => new("3.7.0", 3, 7, 0);
    /// <summary>Gets the version 3.7.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_7_1 => new("3.7.1", 3, 7, 1);
    /// <summary>Gets the version 3.7.2 of ZStack Cloud.</summary>
    public static ZStackVersion V3_7_2 => new("3.7.2", 3, 7, 2);
    /// <summary>Gets the version 3.7.3 of ZStack Cloud.</summary>
    public static ZStackVersion V3_7_3 => new("3.7.3", 3, 7, 3);
    /// <summary>Gets the version 3.7.4 of ZStack Cloud.</summary>
    public static ZStackVersion V3_7_4 => new("3.7.4", 3, 7, 4);
    /// <summary>Gets the version 3.7.5 of ZStack Cloud.</summary>
    public static ZStackVersion V3_7_5 => new("3.7.5", 3, 7, 5);
    /// <summary>Gets the version 3.8.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_0 => new("3.8.0", 3, 8, 0);
    /// <summary>Gets the version 3.8.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_1 => new("3.8.1", 3, 8, 1);
    /// <summary>Gets the version 3.8.2 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_2 => new("3.8.2", 3, 8, 2);
    /// <summary>Gets the version 3.8.3 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_3 => new("3.8.3", 3, 8, 3);
    /// <summary>Gets the version 3.8.4 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_4 => new("3.8.4", 3, 8, 4);
    /// <summary>Gets the version 3.8.5 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_5 => new("3.8.5", 3, 8, 5);
    /// <summary>Gets the version 3.8.6 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_6 => new("3.8.6", 3, 8, 6);
    /// <summary>Gets the version 3.8.7 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_7 => new("3.8.7", 3, 8, 7);
    /// <summary>Gets the version 3.8.8 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_8 => new("3.8.8", 3, 8, 8);
    /// <summary>Gets the version 3.8.9 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_9 => new("3.8.9", 3, 8, 9);
    /// <summary>Gets the version 3.8.10 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_10 => new("3.8.10", 3, 8, 10);
    /// <summary>Gets the version 3.8.11 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_11 => new("3.8.11", 3, 8, 11);
    /// <summary>Gets the version 3.8.12 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_12 => new("3.8.12", 3, 8, 12);
    /// <summary>Gets the version 3.8.13 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_13 => new("3.8.13", 3, 8, 13);
    /// <summary>Gets the version 3.8.14 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_14 => new("3.8.14", 3, 8, 14);
    /// <summary>Gets the version 3.8.15 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_15 => new("3.8.15", 3, 8, 15);
    /// <summary>Gets the version 3.8.16 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_16 => new("3.8.16", 3, 8, 16);
    /// <summary>Gets the version 3.8.17 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_17 => new("3.8.17", 3, 8, 17);
    /// <summary>Gets the version 3.8.18 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_18 => new("3.8.18", 3, 8, 18);
    /// <summary>Gets the version 3.8.19 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_19 => new("3.8.19", 3, 8, 19);
    /// <summary>Gets the version 3.8.20 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_20 => new("3.8.20", 3, 8, 20);
    /// <summary>Gets the version 3.8.21 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_21 => new("3.8.21", 3, 8, 21);
    /// <summary>Gets the version 3.8.22 of ZStack Cloud.</summary>
    public static ZStackVersion V3_8_22 => new("3.8.22", 3, 8, 22);
    /// <summary>Gets the version 3.9.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_9_0 => new("3.9.0", 3, 9, 0);
    /// <summary>Gets the version 3.9.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_9_1 => new("3.9.1", 3, 9, 1);
    /// <summary>Gets the version 3.9.2 of ZStack Cloud.</summary>
    public static ZStackVersion V3_9_2 => new("3.9.2", 3, 9, 2);
    /// <summary>Gets the version 3.10.0 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_0 => new("3.10.0", 3, 10, 0);
    /// <summary>Gets the version 3.10.1 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_1 => new("3.10.1", 3, 10, 1);
    /// <summary>Gets the version 3.10.2 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_2 => new("3.10.2", 3, 10, 2);
    /// <summary>Gets the version 3.10.3 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_3 => new("3.10.3", 3, 10, 3);
    /// <summary>Gets the version 3.10.4 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_4 => new("3.10.4", 3, 10, 4);
    /// <summary>Gets the version 3.10.5 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_5 => new("3.10.5", 3, 10, 5);
    /// <summary>Gets the version 3.10.6 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_6 => new("3.10.6", 3, 10, 6);
    /// <summary>Gets the version 3.10.7 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_7 => new("3.10.7", 3, 10, 7);
    /// <summary>Gets the version 3.10.8 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_8 => new("3.10.8", 3, 10, 8);
    /// <summary>Gets the version 3.10.9 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_9 => new("3.10.9", 3, 10, 9);
    /// <summary>Gets the version 3.10.10 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_10 => new("3.10.10", 3, 10, 10);
    /// <summary>Gets the version 3.10.11 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_11 => new("3.10.11", 3, 10, 11);
    /// <summary>Gets the version 3.10.12 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_12 => new("3.10.12", 3, 10, 12);
    /// <summary>Gets the version 3.10.13 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_13 => new("3.10.13", 3, 10, 13);
    /// <summary>Gets the version 3.10.16 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_16 => new("3.10.16", 3, 10, 16);
    /// <summary>Gets the version 3.10.17 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_17 => new("3.10.17", 3, 10, 17);
    /// <summary>Gets the version 3.10.18 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_18 => new("3.10.18", 3, 10, 18);
    /// <summary>Gets the version 3.10.20 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_20 => new("3.10.20", 3, 10, 20);
    /// <summary>Gets the version 3.10.22 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_22 => new("3.10.22", 3, 10, 22);
    /// <summary>Gets the version 3.10.24 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_24 => new("3.10.24", 3, 10, 24);
    /// <summary>Gets the version 3.10.25 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_25 => new("3.10.25", 3, 10, 25);
    /// <summary>Gets the version 3.10.26 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_26 => new("3.10.26", 3, 10, 26);
    /// <summary>Gets the version 3.10.27 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_27 => new("3.10.27", 3, 10, 27);
    /// <summary>Gets the version 3.10.28 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_28 => new("3.10.28", 3, 10, 28);
    /// <summary>Gets the version 3.10.29 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_29 => new("3.10.29", 3, 10, 29);
    /// <summary>Gets the version 3.10.31 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_31 => new("3.10.31", 3, 10, 31);
    /// <summary>Gets the version 3.10.32 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_32 => new("3.10.32", 3, 10, 32);
    /// <summary>Gets the version 3.10.33 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_33 => new("3.10.33", 3, 10, 33);
    /// <summary>Gets the version 3.10.34 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_34 => new("3.10.34", 3, 10, 34);
    /// <summary>Gets the version 3.10.36 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_36 => new("3.10.36", 3, 10, 36);
    /// <summary>Gets the version 3.10.38 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_38 => new("3.10.38", 3, 10, 38);
    /// <summary>Gets the version 3.10.40 of ZStack Cloud.</summary>
    public static ZStackVersion V3_10_40 => new("3.10.40", 3, 10, 40);
    /// <summary>Gets the version 4.0.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_0_0 => new("4.0.0", 4, 0, 0);
    /// <summary>Gets the version 4.0.1 of ZStack Cloud.</summary>
    public static ZStackVersion V4_0_1 => new("4.0.1", 4, 0, 1);
    /// <summary>Gets the version 4.1.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_1_0 => new("4.1.0", 4, 1, 0);
    /// <summary>Gets the version 4.1.1 of ZStack Cloud.</summary>
    public static ZStackVersion V4_1_1 => new("4.1.1", 4, 1, 1);
    /// <summary>Gets the version 4.1.2 of ZStack Cloud.</summary>
    public static ZStackVersion V4_1_2 => new("4.1.2", 4, 1, 2);
    /// <summary>Gets the version 4.1.3 of ZStack Cloud.</summary>
    public static ZStackVersion V4_1_3 => new("4.1.3", 4, 1, 3);
    /// <summary>Gets the version 4.1.6 of ZStack Cloud.</summary>
    public static ZStackVersion V4_1_6 => new("4.1.6", 4, 1, 6);
    /// <summary>Gets the version 4.1.7 of ZStack Cloud.</summary>
    public static ZStackVersion V4_1_7 => new("4.1.7", 4, 1, 7);
    /// <summary>Gets the version 4.1.8 of ZStack Cloud.</summary>
    public static ZStackVersion V4_1_8 => new("4.1.8", 4, 1, 8);
    /// <summary>Gets the version 4.2.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_0 => new("4.2.0", 4, 2, 0);
    /// <summary>Gets the version 4.2.1 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_1 => new("4.2.1", 4, 2, 1);
    /// <summary>Gets the version 4.2.2 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_2 => new("4.2.2", 4, 2, 2);
    /// <summary>Gets the version 4.2.5 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_5 => new("4.2.5", 4, 2, 5);
    /// <summary>Gets the version 4.2.6 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_6 => new("4.2.6", 4, 2, 6);
    /// <summary>Gets the version 4.2.7 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_7 => new("4.2.7", 4, 2, 7);
    /// <summary>Gets the version 4.2.8 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_8 => new("4.2.8", 4, 2, 8);
    /// <summary>Gets the version 4.2.9 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_9 => new("4.2.9", 4, 2, 9);
    /// <summary>Gets the version 4.2.10 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_10 => new("4.2.10", 4, 2, 10);
    /// <summary>Gets the version 4.2.12 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_12 => new("4.2.12", 4, 2, 12);
    /// <summary>Gets the version 4.2.16 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_16 => new("4.2.16", 4, 2, 16);
    /// <summary>Gets the version 4.2.20 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_20 => new("4.2.20", 4, 2, 20);
    /// <summary>Gets the version 4.2.25 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_25 => new("4.2.25", 4, 2, 25);
    /// <summary>Gets the version 4.2.28 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_28 => new("4.2.28", 4, 2, 28);
    /// <summary>Gets the version 4.2.30 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_30 => new("4.2.30", 4, 2, 30);
    /// <summary>Gets the version 4.2.32 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_32 => new("4.2.32", 4, 2, 32);
    /// <summary>Gets the version 4.2.34 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_34 => new("4.2.34", 4, 2, 34);
    /// <summary>Gets the version 4.2.35 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_35 => new("4.2.35", 4, 2, 35);
    /// <summary>Gets the version 4.2.36 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_36 => new("4.2.36", 4, 2, 36);
    /// <summary>Gets the version 4.2.38 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_38 => new("4.2.38", 4, 2, 38);
    /// <summary>Gets the version 4.2.40 of ZStack Cloud.</summary>
    public static ZStackVersion V4_2_40 => new("4.2.40", 4, 2, 40);
    /// <summary>Gets the version 4.3.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_0 => new("4.3.0", 4, 3, 0);
    /// <summary>Gets the version 4.3.1 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_1 => new("4.3.1", 4, 3, 1);
    /// <summary>Gets the version 4.3.6 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_6 => new("4.3.6", 4, 3, 6);
    /// <summary>Gets the version 4.3.8 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_8 => new("4.3.8", 4, 3, 8);
    /// <summary>Gets the version 4.3.9 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_9 => new("4.3.9", 4, 3, 9);
    /// <summary>Gets the version 4.3.10 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_10 => new("4.3.10", 4, 3, 10);
    /// <summary>Gets the version 4.3.12 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_12 => new("4.3.12", 4, 3, 12);
    /// <summary>Gets the version 4.3.16 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_16 => new("4.3.16", 4, 3, 16);
    /// <summary>Gets the version 4.3.18 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_18 => new("4.3.18", 4, 3, 18);
    /// <summary>Gets the version 4.3.19 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_19 => new("4.3.19", 4, 3, 19);
    /// <summary>Gets the version 4.3.25 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_25 => new("4.3.25", 4, 3, 25);
    /// <summary>Gets the version 4.3.28 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_28 => new("4.3.28", 4, 3, 28);
    /// <summary>Gets the version 4.3.32 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_32 => new("4.3.32", 4, 3, 32);
    /// <summary>Gets the version 4.3.35 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_35 => new("4.3.35", 4, 3, 35);
    /// <summary>Gets the version 4.3.36 of ZStack Cloud.</summary>
    public static ZStackVersion V4_3_36 => new("4.3.36", 4, 3, 36);
    /// <summary>Gets the version 4.4.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_0 => new("4.4.0", 4, 4, 0);
    /// <summary>Gets the version 4.4.6 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_6 => new("4.4.6", 4, 4, 6);
    /// <summary>Gets the version 4.4.8 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_8 => new("4.4.8", 4, 4, 8);
    /// <summary>Gets the version 4.4.9 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_9 => new("4.4.9", 4, 4, 9);
    /// <summary>Gets the version 4.4.10 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_10 => new("4.4.10", 4, 4, 10);
    /// <summary>Gets the version 4.4.16 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_16 => new("4.4.16", 4, 4, 16);
    /// <summary>Gets the version 4.4.18 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_18 => new("4.4.18", 4, 4, 18);
    /// <summary>Gets the version 4.4.24 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_24 => new("4.4.24", 4, 4, 24);
    /// <summary>Gets the version 4.4.26 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_26 => new("4.4.26", 4, 4, 26);
    /// <summary>Gets the version 4.4.27 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_27 => new("4.4.27", 4, 4, 27);
    /// <summary>Gets the version 4.4.30 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_30 => new("4.4.30", 4, 4, 30);
    /// <summary>Gets the version 4.4.34 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_34 => new("4.4.34", 4, 4, 34);
    /// <summary>Gets the version 4.4.38 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_38 => new("4.4.38", 4, 4, 38);
    /// <summary>Gets the version 4.4.40 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_40 => new("4.4.40", 4, 4, 40);
    /// <summary>Gets the version 4.4.42 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_42 => new("4.4.42", 4, 4, 42);
    /// <summary>Gets the version 4.4.43 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_43 => new("4.4.43", 4, 4, 43);
    /// <summary>Gets the version 4.4.44 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_44 => new("4.4.44", 4, 4, 44);
    /// <summary>Gets the version 4.4.45 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_45 => new("4.4.45", 4, 4, 45);
    /// <summary>Gets the version 4.4.46 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_46 => new("4.4.46", 4, 4, 46);
    /// <summary>Gets the version 4.4.48 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_48 => new("4.4.48", 4, 4, 48);
    /// <summary>Gets the version 4.4.49 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_49 => new("4.4.49", 4, 4, 49);
    /// <summary>Gets the version 4.4.52 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_52 => new("4.4.52", 4, 4, 52);
    /// <summary>Gets the version 4.4.53 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_53 => new("4.4.53", 4, 4, 53);
    /// <summary>Gets the version 4.4.58 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_58 => new("4.4.58", 4, 4, 58);
    /// <summary>Gets the version 4.4.60 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_60 => new("4.4.60", 4, 4, 60);
    /// <summary>Gets the version 4.4.61 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_61 => new("4.4.61", 4, 4, 61);
    /// <summary>Gets the version 4.4.64 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_64 => new("4.4.64", 4, 4, 64);
    /// <summary>Gets the version 4.4.65 of ZStack Cloud.</summary>
    public static ZStackVersion V4_4_65 => new("4.4.65", 4, 4, 65);
    /// <summary>Gets the version 4.5.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_5_0 => new("4.5.0", 4, 5, 0);
    /// <summary>Gets the version 4.5.1 of ZStack Cloud.</summary>
    public static ZStackVersion V4_5_1 => new("4.5.1", 4, 5, 1);
    /// <summary>Gets the version 4.5.2 of ZStack Cloud.</summary>
    public static ZStackVersion V4_5_2 => new("4.5.2", 4, 5, 2);
    /// <summary>Gets the version 4.5.3 of ZStack Cloud.</summary>
    public static ZStackVersion V4_5_3 => new("4.5.3", 4, 5, 3);
    /// <summary>Gets the version 4.5.4 of ZStack Cloud.</summary>
    public static ZStackVersion V4_5_4 => new("4.5.4", 4, 5, 4);
    /// <summary>Gets the version 4.5.7 of ZStack Cloud.</summary>
    public static ZStackVersion V4_5_7 => new("4.5.7", 4, 5, 7);
    /// <summary>Gets the version 4.5.11 of ZStack Cloud.</summary>
    public static ZStackVersion V4_5_11 => new("4.5.11", 4, 5, 11);
    /// <summary>Gets the version 4.6.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_0 => new("4.6.0", 4, 6, 0);
    /// <summary>Gets the version 4.6.1 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_1 => new("4.6.1", 4, 6, 1);
    /// <summary>Gets the version 4.6.2 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_2 => new("4.6.2", 4, 6, 2);
    /// <summary>Gets the version 4.6.4 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_4 => new("4.6.4", 4, 6, 4);
    /// <summary>Gets the version 4.6.11 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_11 => new("4.6.11", 4, 6, 11);
    /// <summary>Gets the version 4.6.21 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_21 => new("4.6.21", 4, 6, 21);
    /// <summary>Gets the version 4.6.22 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_22 => new("4.6.22", 4, 6, 22);
    /// <summary>Gets the version 4.6.31 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_31 => new("4.6.31", 4, 6, 31);
    /// <summary>Gets the version 4.6.32 of ZStack Cloud.</summary>
    public static ZStackVersion V4_6_32 => new("4.6.32", 4, 6, 32);
    /// <summary>Gets the version 4.7.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_0 => new("4.7.0", 4, 7, 0);
    /// <summary>Gets the version 4.7.11 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_11 => new("4.7.11", 4, 7, 11);
    /// <summary>Gets the version 4.7.13 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_13 => new("4.7.13", 4, 7, 13);
    /// <summary>Gets the version 4.7.14 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_14 => new("4.7.14", 4, 7, 14);
    /// <summary>Gets the version 4.7.16 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_16 => new("4.7.16", 4, 7, 16);
    /// <summary>Gets the version 4.7.21 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_21 => new("4.7.21", 4, 7, 21);
    /// <summary>Gets the version 4.7.22 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_22 => new("4.7.22", 4, 7, 22);
    /// <summary>Gets the version 4.7.23 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_23 => new("4.7.23", 4, 7, 23);
    /// <summary>Gets the version 4.7.24 of ZStack Cloud.</summary>
    public static ZStackVersion V4_7_24 => new("4.7.24", 4, 7, 24);
    /// <summary>Gets the version 4.8.0 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_0 => new("4.8.0", 4, 8, 0);
    /// <summary>Gets the version 4.8.6 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_6 => new("4.8.6", 4, 8, 6);
    /// <summary>Gets the version 4.8.10 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_10 => new("4.8.10", 4, 8, 10);
    /// <summary>Gets the version 4.8.11 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_11 => new("4.8.11", 4, 8, 11);
    /// <summary>Gets the version 4.8.12 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_12 => new("4.8.12", 4, 8, 12);
    /// <summary>Gets the version 4.8.13 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_13 => new("4.8.13", 4, 8, 13);
    /// <summary>Gets the version 4.8.14 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_14 => new("4.8.14", 4, 8, 14);
    /// <summary>Gets the version 4.8.15 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_15 => new("4.8.15", 4, 8, 15);
    /// <summary>Gets the version 4.8.16 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_16 => new("4.8.16", 4, 8, 16);
    /// <summary>Gets the version 4.8.18 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_18 => new("4.8.18", 4, 8, 18);
    /// <summary>Gets the version 4.8.19 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_19 => new("4.8.19", 4, 8, 19);
    /// <summary>Gets the version 4.8.22 of ZStack Cloud.</summary>
    public static ZStackVersion V4_8_22 => new("4.8.22", 4, 8, 22);
    /// <summary>Gets the version 5.0.0 of ZStack Cloud.</summary>
    public static ZStackVersion V5_0_0 => new("5.0.0", 5, 0, 0);
    /// <summary>Gets the version 5.1.0 of ZStack Cloud.</summary>
    public static ZStackVersion V5_1_0 => new("5.1.0", 5, 1, 0);
    /// <summary>Gets the version 5.1.4 of ZStack Cloud.</summary>
    public static ZStackVersion V5_1_4 => new("5.1.4", 5, 1, 4);
    /// <summary>Gets the version 5.1.8 of ZStack Cloud.</summary>
    public static ZStackVersion V5_1_8 => new("5.1.8", 5, 1, 8);
    /// <summary>Gets the version 5.1.9 of ZStack Cloud.</summary>
    public static ZStackVersion V5_1_9 => new("5.1.9", 5, 1, 9);
    /// <summary>Gets the version 5.1.10 of ZStack Cloud.</summary>
    public static ZStackVersion V5_1_10 => new("5.1.10", 5, 1, 10);
    /// <summary>Gets the version 5.1.19 of ZStack Cloud.</summary>
    public static ZStackVersion V5_1_19 => new("5.1.19", 5, 1, 19);
    /// <summary>Gets the version 5.1.20 of ZStack Cloud.</summary>
    public static ZStackVersion V5_1_20 => new("5.1.20", 5, 1, 20);
    /// <summary>Gets the version 5.1.30 of ZStack Cloud.</summary>
    public static ZStackVersion V5_1_30 => new("5.1.30", 5, 1, 30);
    /// <summary>Gets the version 5.2.0 of ZStack Cloud.</summary>
    public static ZStackVersion V5_2_0 => new("5.2.0", 5, 2, 0);
    /// <summary>Gets the version 5.2.1 of ZStack Cloud.</summary>
    public static ZStackVersion V5_2_1 => new("5.2.1", 5, 2, 1);
    /// <summary>Gets the version 5.3.0 of ZStack Cloud.</summary>
    public static ZStackVersion V5_3_0 => new("5.3.0", 5, 3, 0);
}
